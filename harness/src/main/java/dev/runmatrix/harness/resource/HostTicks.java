// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringTokenizer;

/**
 * What all processors of the machine have done since it started.
 *
 * @param busyMillis time with work of any process or of the kernel
 * @param stealMillis time that the hypervisor gave to somebody else
 * @param waitMillis time without work while something waited for storage; empty where not told
 * @param totalMillis all of the time
 */
record HostTicks(long busyMillis, long stealMillis, OptionalLong waitMillis, long totalMillis) {

    private static final long MILLIS_PER_TICK = 10;

    /** User, nice, system, idle, waiting for input or output, interrupts, soft interrupts, steal. */
    private static final int COLUMNS = 8;

    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STEAL = 7;

    /**
     * Reads the first line of {@code /proc/stat}; empty where it is another.
     *
     * @see <a href="https://man7.org/linux/man-pages/man5/proc_stat.5.html">proc_stat(5)</a>
     */
    static Optional<HostTicks> parse(String stat) {
        int end = stat.indexOf('\n');
        StringTokenizer fields = new StringTokenizer(end < 0 ? stat : stat.substring(0, end), " ");
        if (fields.countTokens() <= COLUMNS || !fields.nextToken().equals("cpu")) {
            return Optional.empty();
        }
        try {
            return Optional.of(sum(fields));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static HostTicks sum(StringTokenizer fields) {
        // The columns behind these, time of guests, are part of user and nice already.
        long[] ticks = new long[COLUMNS];
        long total = 0;
        for (int i = 0; i < COLUMNS; i++) {
            ticks[i] = Long.parseLong(fields.nextToken()) * MILLIS_PER_TICK;
            total += ticks[i];
        }
        long busy = total - ticks[IDLE] - ticks[WAITING] - ticks[STEAL];
        return new HostTicks(busy, ticks[STEAL], OptionalLong.of(ticks[WAITING]), total);
    }
}
