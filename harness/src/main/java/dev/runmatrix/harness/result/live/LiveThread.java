// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

import java.util.Optional;

/**
 * One thread over the time of the watch.
 *
 * @param pid the process that it belongs to
 * @param tid its own number
 * @param process name of that process
 * @param name as the kernel calls it, at most 15 characters
 * @param cpuNanos processor time since the watch began
 * @param runQueueNanos time since then that it was ready to run and had no processor; absent where not readable
 * @param voluntarySwitches times since then that it gave up the processor to wait; absent where not readable
 * @param involuntarySwitches times since then that the processor was taken from it; absent where not readable
 * @param looks how often it was looked at, at least 1
 * @param met in which states it was met, added over those looks
 * @param lastState the kernel's letter for its state at the last look
 * @param waitChannel kernel function in which it was met waiting most often; absent where it never was or not readable
 * @param hasChildren whether its process has descendants among those watched
 * @param alive whether it was there at the last look
 */
public record LiveThread(
        long pid,
        long tid,
        String process,
        String name,
        long cpuNanos,
        Optional<Long> runQueueNanos,
        Optional<Long> voluntarySwitches,
        Optional<Long> involuntarySwitches,
        int looks,
        ThreadStates met,
        char lastState,
        Optional<String> waitChannel,
        boolean hasChildren,
        boolean alive) {}
