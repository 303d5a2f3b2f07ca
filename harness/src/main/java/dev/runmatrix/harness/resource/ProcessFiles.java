// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.io.File;
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

    private static final String READ = "read_bytes: ";
    private static final String WRITTEN = "write_bytes: ";

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
        return text(pid, "stat").map(text -> {
            // The second field is the command in parentheses and may hold spaces: count from its end.
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return new Stat(
                    fields[0].equals("Z"),
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[19]),
                    (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_TICK,
                    (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * NANOS_PER_TICK,
                    Integer.parseInt(fields[17]),
                    Long.parseLong(fields[21]) * pageBytes);
        });
    }

    /** What a process has read and written; zeroes where that is not for us to know. */
    Io io(long pid) {
        return text(pid, "io")
                .map(text -> new Io(number(text, READ), number(text, WRITTEN)))
                .orElse(new Io(0, 0));
    }

    /** Whether a process was started with a variable of this name and value. */
    boolean hasVariable(long pid, String entry) {
        return text(pid, "environ")
                .filter(text -> ("\0" + text).contains("\0" + entry + "\0"))
                .isPresent();
    }

    private Optional<String> text(long pid, String file) {
        try {
            byte[] bytes = Files.readAllBytes(proc.resolve(pid + File.separator + file));
            return bytes.length == 0 ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // It has ended, or is somebody else's.
            return Optional.empty();
        }
    }

    private static long number(String text, String key) {
        int at = text.indexOf("\n" + key);
        int begin = at + key.length() + 1;
        int end = text.indexOf('\n', begin);
        return at < 0 || end < 0 ? 0 : Long.parseLong(text.substring(begin, end).strip());
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
