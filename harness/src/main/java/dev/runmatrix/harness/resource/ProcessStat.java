// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.util.Optional;
import java.util.StringTokenizer;

/**
 * The counters in {@code /proc/PID/stat}; {@code /proc/PID/task/TID/stat} has the same for a thread.
 *
 * @param name of the program or thread, the first 15 bytes
 * @param state {@code R} running, {@code S} sleeping, {@code D} in uninterruptible sleep, {@code Z} dead and not yet
 *     waited for, and some more
 * @param parent process id of the parent
 * @param minorFaults page faults that needed no storage
 * @param childMinorFaults the same of ended children that it has waited for, and of theirs
 * @param majorFaults page faults that storage had to serve
 * @param childMajorFaults the same of ended children
 * @param cpuMillis user and system time of all its threads, ended ones too, in steps of 10 ms
 * @param childCpuMillis the same of ended children
 * @param threads live threads
 * @param startTicks when it started, hundredths of a second after the machine did
 * @param rssPages resident set, in pages of memory
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public record ProcessStat(
        String name,
        char state,
        long parent,
        long minorFaults,
        long childMinorFaults,
        long majorFaults,
        long childMajorFaults,
        long cpuMillis,
        long childCpuMillis,
        int threads,
        long startTicks,
        long rssPages) {

    /** Linux counts in hundredths of a second towards user space, whatever its own clock does. */
    private static final long MILLIS_PER_TICK = 10;

    /** Reads the line; empty where it is none. */
    public static Optional<ProcessStat> parse(String line) {
        int open = line.indexOf('(');
        // The name may hold anything, parentheses too: it ends with the last one.
        int close = line.lastIndexOf(')');
        StringTokenizer fields = new StringTokenizer(line.substring(close + 1), " \n");
        if (open < 0 || close < open || fields.countTokens() < 22) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(line.substring(open + 1, close), fields));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether there is nothing left of it but its entry. */
    public boolean isDead() {
        return state == 'Z' || state == 'X' || state == 'x';
    }

    private static ProcessStat parse(String name, StringTokenizer fields) {
        char state = fields.nextToken().charAt(0);
        long parent = next(fields);
        skip(fields, 5);
        long minor = next(fields);
        long childMinor = next(fields);
        long major = next(fields);
        long childMajor = next(fields);
        long cpu = next(fields) + next(fields);
        long childCpu = next(fields) + next(fields);
        skip(fields, 2);
        int threads = (int) next(fields);
        skip(fields, 1);
        long start = next(fields);
        skip(fields, 1);
        return new ProcessStat(
                name,
                state,
                parent,
                minor,
                childMinor,
                major,
                childMajor,
                cpu * MILLIS_PER_TICK,
                childCpu * MILLIS_PER_TICK,
                threads,
                start,
                next(fields));
    }

    private static long next(StringTokenizer fields) {
        return Long.parseLong(fields.nextToken());
    }

    private static void skip(StringTokenizer fields, int count) {
        for (int i = 0; i < count; i++) {
            fields.nextToken();
        }
    }
}
