// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.util.Optional;

/** What counts as the fork while it is looked at: one process, or a process with all that it starts. */
interface ProcessView {

    /** What it has used until now; empty once it is gone. */
    Optional<ProcessUse> look();

    /**
     * Its processor time, after it has ended.
     *
     * @param waitedForNanos what the kernel has accounted to the harness for children that ended meanwhile
     * @param sampledNanos the greatest value that a look gave
     */
    long cpuNanos(long waitedForNanos, long sampledNanos);

    /**
     * One look. Totals are since the start.
     *
     * @param cpuMillis user and system time
     * @param rssBytes resident set now; pages that several processes share count for each
     * @param threads live threads now
     * @param readBytes bytes read from storage
     * @param writeBytes bytes written to storage
     */
    record ProcessUse(long cpuMillis, long rssBytes, int threads, long readBytes, long writeBytes) {}
}
