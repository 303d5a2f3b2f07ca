// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import dev.runmatrix.harness.result.ThreadRoles;
import dev.runmatrix.harness.result.ThreadTimes;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * The kernel's account of the live threads of this process at one moment.
 *
 * @param threads by their number; none where the kernel does not tell
 */
record OwnThreads(Map<Long, Account> threads) {

    private static final String TASKS = "/proc/self/task";
    private static final Path CURRENT = Path.of("/proc/thread-self");
    private static final int MOST_BYTES = 128;

    OwnThreads {
        threads = Map.copyOf(threads);
    }

    /** The account now: two short reads for each thread, some 0.3 ms together. */
    static OwnThreads now() {
        String[] ids = new File(TASKS).list();
        Map<Long, Account> threads = new LinkedHashMap<>();
        for (String id : ids == null ? new String[0] : ids) {
            Account.parse(text(id, "schedstat"), text(id, "comm").strip())
                    .ifPresent(account -> threads.put(Long.parseLong(id), account));
        }
        return new OwnThreads(threads);
    }

    /** The number of the current thread; absent where the kernel does not tell. */
    static Optional<Long> current() {
        try {
            return Optional.of(
                    Long.parseLong(Files.readSymbolicLink(CURRENT).getFileName().toString()));
        } catch (IOException e) {
            // Another system.
            return Optional.empty();
        }
    }

    /**
     * What each thread but some did since an earlier moment.
     *
     * @param counted the numbers of those that are left out, as they are known better
     * @param spanNanos length of the time between
     */
    List<ThreadTimes> since(OwnThreads earlier, List<Long> counted, long spanNanos) {
        ThreadRoles roles =
                ThreadRoles.of(threads.values().stream().map(Account::name).toList());
        long self = ProcessHandle.current().pid();
        List<ThreadTimes> since = new ArrayList<>();
        threads.forEach((id, now) -> {
            if (!counted.contains(id)) {
                Account did = now.minus(earlier.threads.getOrDefault(id, Account.none(now.name)));
                since.add(new ThreadTimes(
                        now.name,
                        roles.of(now.name, id == self, false, did.cpuNanos, spanNanos),
                        1,
                        0,
                        spanNanos / 1_000_000,
                        did.cpuNanos,
                        Optional.of(did.runQueueNanos)));
            }
        });
        return since;
    }

    /** The numbers of those whose names begin so. */
    List<Long> named(String beginning) {
        return threads.entrySet().stream()
                .filter(thread -> thread.getValue().name.startsWith(beginning))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String text(String id, String file) {
        byte[] bytes = new byte[MOST_BYTES];
        try (InputStream in = new FileInputStream(TASKS + "/" + id + "/" + file)) {
            return new String(bytes, 0, Math.max(0, in.read(bytes)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // The thread has ended.
            return "";
        }
    }

    /**
     * One thread.
     *
     * @param name as the kernel knows it
     * @param cpuNanos processor time
     * @param runQueueNanos time ready to run without a processor
     */
    record Account(String name, long cpuNanos, long runQueueNanos) {

        static Account none(String name) {
            return new Account(name, 0, 0);
        }

        static Optional<Account> parse(String schedule, String name) {
            StringTokenizer fields = new StringTokenizer(schedule);
            // The third counts turns: a thread without any has not run, or the kernel does not count.
            if (name.isEmpty() || fields.countTokens() < 3) {
                return Optional.empty();
            }
            long cpu = Long.parseLong(fields.nextToken());
            long queue = Long.parseLong(fields.nextToken());
            return Long.parseLong(fields.nextToken()) > 0
                    ? Optional.of(new Account(name, cpu, queue))
                    : Optional.empty();
        }

        Account minus(Account earlier) {
            return new Account(name, cpuNanos - earlier.cpuNanos, runQueueNanos - earlier.runQueueNanos);
        }
    }
}
