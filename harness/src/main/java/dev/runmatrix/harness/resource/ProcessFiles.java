// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

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

    /** The numbers of all processes that this one may see, in no order; none where this is not Linux. */
    List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        for (String name : KernelText.names(proc)) {
            if (Character.isDigit(name.charAt(0))) {
                pids.add(Long.parseLong(name));
            }
        }
        return pids;
    }

    /** The counters of a process; empty where it is gone. */
    Optional<ProcessStat> stat(long pid) {
        return ProcessStat.parse(page(pid, "/stat"));
    }

    /** Its resident set, now. */
    long rssBytes(ProcessStat stat) {
        return stat.rssPages() * pageBytes;
    }

    /** What a process has read and written; zeroes where that is not for us to know. */
    Io io(long pid) {
        String text = page(pid, "/io");
        return new Io(
                NamedCounter.in(text, "read_bytes:").orElse(0),
                NamedCounter.in(text, "write_bytes:").orElse(0));
    }

    /** Whether a process was started with a variable of this name and value. */
    boolean hasVariable(long pid, String entry) {
        return ("\0" + KernelText.of(folder(pid).resolve("environ"))).contains("\0" + entry + "\0");
    }

    /** The folder of a process. */
    Path folder(long pid) {
        return proc.resolve(Long.toString(pid));
    }

    private String page(long pid, String file) {
        return KernelText.page(proc + "/" + pid + file);
    }

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
