// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

import java.util.Optional;

/**
 * One look at a process and its descendants. Counters are totals since the watch began.
 *
 * @param elapsedNanos since the watch began
 * @param cpuNanos user and system time of all, the ended ones too, in steps of 10 ms
 * @param rssBytes resident sets, added; a page that two processes share counts twice
 * @param swapBytes what of them lies in swap; absent where not readable
 * @param processes how many there are
 * @param states how their threads were met
 * @param runQueueNanos time that threads were ready to run and had no processor, a lower bound; absent where not readable
 * @param hostBusyNanos busy time of all processors of the machine
 */
public record LiveSample(
        long elapsedNanos,
        long cpuNanos,
        long rssBytes,
        Optional<Long> swapBytes,
        int processes,
        ThreadStates states,
        Optional<Long> runQueueNanos,
        long hostBusyNanos) {}
