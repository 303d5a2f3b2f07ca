// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Time the threads of a process were ready to run and had no processor. The kernel forgets a thread that ends, so the
 * last value of each is kept; what it waited after the last look is missing, and the sum is a lower bound.
 *
 * @see <a href="https://docs.kernel.org/scheduler/sched-stats.html">schedstat, second field</a>
 */
final class RunQueue {

    private final Path tasks;
    private final Map<String, Long> waitedNanos = new HashMap<>();

    RunQueue(Path process) {
        tasks = process.resolve("task");
    }

    /** Looks at all threads. */
    void look() {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                look(thread);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The process ended, or this is not Linux: what was seen stays.
            return;
        }
    }

    /** Waiting time of all threads seen so far; empty where none could be read. */
    OptionalLong totalNanos() {
        return waitedNanos.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        waitedNanos.values().stream().mapToLong(Long::longValue).sum());
    }

    private void look(Path thread) {
        try {
            String[] fields =
                    Files.readString(thread.resolve("schedstat")).strip().split(" ", -1);
            if (fields.length > 1) {
                waitedNanos.put(thread.getFileName().toString(), Long.parseLong(fields[1]));
            }
        } catch (IOException e) {
            // This thread ended between the listing and the reading.
            return;
        }
    }
}
