// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Linux tells about processes in {@code /proc}.
 *
 * @param proc that folder
 * @param pageBytes size of a page of memory
 */
record ProcessFiles(Path proc, long pageBytes) {

    /** Linux counts in hundredths of a second towards user space, whatever its own clock does. */
    private static final long NANOS_PER_TICK = 10_000_000;

    /** Lines of their own: another line ends with the name of the second. */
    private static final String READ = "\nread_bytes: ";

    private static final String WRITTEN = "\nwrite_bytes: ";
    private static final int FIELDS = 22;
    private static final int PAGE_BYTES = 4096;

    /** The numbers of all processes that this one may see, in no order; none where this is not Linux. */
    List<Long> pids() {
        String[] names = proc.toFile().list();
        List<Long> pids = new ArrayList<>();
        for (String name : names == null ? new String[0] : names) {
            if (Character.isDigit(name.charAt(0))) {
                pids.add(Long.parseLong(name));
            }
        }
        return pids;
    }

    /** The state of a process; empty where it is gone. */
    Optional<Stat> stat(long pid) {
        return page(pid, "/stat").map(text -> {
            // The second field is the command in parentheses and may hold spaces: count from its end.
            long[] fields = new long[FIELDS];
            int at = text.lastIndexOf(')') + 2;
            boolean zombie = text.charAt(at) == 'Z';
            for (int field = 1; field < FIELDS; field++) {
                at = text.indexOf(' ', at) + 1;
                fields[field] = number(text, at);
            }
            return new Stat(
                    zombie,
                    fields[1],
                    fields[19],
                    (fields[11] + fields[12]) * NANOS_PER_TICK,
                    (fields[13] + fields[14]) * NANOS_PER_TICK,
                    Math.toIntExact(fields[17]),
                    fields[21] * pageBytes);
        });
    }

    /** What a process has read and written; zeroes where that is not for us to know. */
    Io io(long pid) {
        return page(pid, "/io")
                .map(text -> new Io(number(text, READ), number(text, WRITTEN)))
                .orElse(new Io(0, 0));
    }

    /** Whether a process was started with a variable of this name and value. */
    boolean hasVariable(long pid, String entry) {
        try {
            byte[] environment = Files.readAllBytes(proc.resolve(pid + "/environ"));
            return ("\0" + new String(environment, StandardCharsets.ISO_8859_1)).contains("\0" + entry + "\0");
        } catch (IOException e) {
            // It has ended, or is somebody else's.
            return false;
        }
    }

    /** A file that is never longer than a page, in one read: this is done several times for each sample. */
    private Optional<String> page(long pid, String file) {
        byte[] page = new byte[PAGE_BYTES];
        try (FileInputStream in = new FileInputStream(proc + "/" + pid + file)) {
            int length = in.read(page);
            return length <= 0
                    ? Optional.empty()
                    : Optional.of(new String(page, 0, length, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // It has ended, or is somebody else's.
            return Optional.empty();
        }
    }

    private static long number(String text, String key) {
        int at = text.indexOf(key);
        return at < 0 ? 0 : number(text, at + key.length());
    }

    /** The whole number that begins at a place; some fields are negative. */
    private static long number(String text, int begin) {
        int at = begin;
        boolean negative = text.charAt(at) == '-';
        long value = 0;
        for (at += negative ? 1 : 0; at < text.length() && Character.isDigit(text.charAt(at)); at++) {
            value = value * 10 + (text.charAt(at) - '0');
        }
        return negative ? -value : value;
    }

    /**
     * A process at one moment.
     *
     * @param zombie whether it has ended and waits for its parent to notice
     * @param parent number of its parent
     * @param startTicks when it was started: with its number, its identity
     * @param ownNanos its own user and system time
     * @param childrenNanos that of the children that it has waited for, and of those that these have waited for
     * @param threads its threads
     * @param rssBytes its resident set
     */
    record Stat(
            boolean zombie,
            long parent,
            long startTicks,
            long ownNanos,
            long childrenNanos,
            int threads,
            long rssBytes) {}

    /**
     * What a process and the children that it has waited for moved between memory and storage.
     *
     * @param readBytes from storage
     * @param writeBytes to storage
     */
    record Io(long readBytes, long writeBytes) {

        Io plus(Io other) {
            return new Io(readBytes + other.readBytes, writeBytes + other.writeBytes);
        }
    }
}
