// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import java.util.Optional;

/**
 * {@code /proc/PID/stat} or {@code /proc/PID/task/TID/stat}. Times are in hundredths of a second, as Linux counts them
 * towards user space whatever its own clock does.
 *
 * @param name what stands in parentheses
 * @param state the kernel's letter
 * @param parent number of the parent process
 * @param majorFaults page faults that storage served, ended children included
 * @param cpuTicks user and system time of itself
 * @param childTicks the same of its children that have ended and were waited for
 * @param startTicks when it started, since the machine did
 * @param ioDelayTicks time that it waited for storage; 0 unless the kernel keeps that account
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
record ProcStat(
        String name,
        char state,
        long parent,
        long majorFaults,
        long cpuTicks,
        long childTicks,
        long startTicks,
        long ioDelayTicks) {

    static final long NANOS_PER_TICK = 10_000_000;

    private static final int FIELDS = 40;

    /** Reads the line; absent for anything that does not look like it. */
    static Optional<ProcStat> parse(String text) {
        int open = text.indexOf('(');
        // The name may hold spaces and parentheses: its end is the last one.
        int close = text.lastIndexOf(')');
        if (open < 0 || close < open || close + 2 > text.length()) {
            return Optional.empty();
        }
        String[] fields = text.substring(close + 2).strip().split(" ", -1);
        if (fields.length < FIELDS) {
            return Optional.empty();
        }
        return Optional.of(new ProcStat(
                text.substring(open + 1, close),
                fields[0].charAt(0),
                number(fields, 1),
                number(fields, 9) + number(fields, 10),
                number(fields, 11) + number(fields, 12),
                number(fields, 13) + number(fields, 14),
                number(fields, 19),
                number(fields, 39)));
    }

    boolean isEnded() {
        return state == 'Z' || state == 'X' || state == 'x';
    }

    private static long number(String[] fields, int index) {
        return Long.parseLong(fields[index]);
    }
}
