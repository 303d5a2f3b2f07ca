// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

import java.util.Optional;

/**
 * The machine while the process was watched.
 *
 * @param processors that are online
 * @param memoryBytes installed memory; absent where not readable
 * @param availableBytes memory that could be had at the end of the watch without swapping; absent where not readable
 * @param busyNanos time that processors worked for any process or the kernel, added over processors
 * @param ioWaitNanos time that processors had nothing to do while something waited for storage
 * @param stealNanos time that the hypervisor gave to somebody else
 * @param totalNanos all of the processors' time
 * @param observerNanos processor time that watching took
 */
public record LiveMachine(
        int processors,
        Optional<Long> memoryBytes,
        Optional<Long> availableBytes,
        long busyNanos,
        long ioWaitNanos,
        long stealNanos,
        long totalNanos,
        long observerNanos) {}
