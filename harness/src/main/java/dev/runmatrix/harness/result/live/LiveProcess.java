// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The process that was asked about.
 *
 * @param pid its number
 * @param name as the kernel calls it, at most 15 characters
 * @param command its arguments, the program first, passwords and tokens replaced; empty where not readable
 * @param startedAt when it started, to the hundredth of a second
 * @param ageAtStart how long it had been running when the watch began
 * @param aggregator whether it is this program's own aggregator
 */
public record LiveProcess(
        long pid, String name, List<String> command, Instant startedAt, Duration ageAtStart, boolean aggregator) {

    public LiveProcess {
        command = List.copyOf(command);
    }
}
