// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * The processor time of one thread, which opens it; any other may read it as long as that thread lives. On Linux the
 * kernel's own account is read, as the beans of Java take longer to load than small inputs to aggregate.
 */
final class ThreadClock implements AutoCloseable {

    private static final String ACCOUNT = "/proc/thread-self/schedstat";
    private static final int MOST_BYTES = 80;

    private final Optional<RandomAccessFile> account;
    private final long threadId;

    private ThreadClock(Optional<RandomAccessFile> account, long threadId) {
        this.account = account;
        this.threadId = threadId;
    }

    /** That of the current thread. */
    static ThreadClock ofThisThread() {
        return new ThreadClock(openAccount(), Thread.currentThread().getId());
    }

    private static Optional<RandomAccessFile> openAccount() {
        try {
            return Optional.of(new RandomAccessFile(ACCOUNT, "r"));
        } catch (IOException e) {
            // Another system, or a kernel without this account.
            return Optional.empty();
        }
    }

    /** The times so far; empty where nobody tells. */
    Optional<Reading> read() {
        return account.isPresent() ? account.flatMap(ThreadClock::read) : ofBean();
    }

    private static Optional<Reading> read(RandomAccessFile account) {
        byte[] bytes = new byte[MOST_BYTES];
        try {
            account.seek(0);
            int length = account.read(bytes);
            return length > 0
                    ? Reading.parse(new String(bytes, 0, length, StandardCharsets.US_ASCII))
                    : Optional.empty();
        } catch (IOException e) {
            // The thread has ended.
            return Optional.empty();
        }
    }

    private Optional<Reading> ofBean() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
            return Optional.empty();
        }
        long cpuNanos = threads.getThreadCpuTime(threadId);
        return cpuNanos < 0 ? Optional.empty() : Optional.of(new Reading(cpuNanos, Optional.empty()));
    }

    @Override
    public void close() {
        if (account.isPresent()) {
            try {
                account.get().close();
            } catch (IOException e) {
                // It was only read: nothing is lost.
                return;
            }
        }
    }

    /**
     * Times of a thread since it began.
     *
     * @param cpuNanos processor time
     * @param runQueueNanos time ready to run without a processor; absent where not told
     */
    record Reading(long cpuNanos, Optional<Long> runQueueNanos) {

        /**
         * Reads what the kernel writes: time run, time waited, turns. A thread that runs has had a turn: without any, the
         * kernel does not count.
         */
        static Optional<Reading> parse(String line) {
            StringTokenizer fields = new StringTokenizer(line);
            try {
                long ran = Long.parseLong(fields.nextToken());
                long waited = Long.parseLong(fields.nextToken());
                boolean counted = Long.parseLong(fields.nextToken()) > 0;
                return counted ? Optional.of(new Reading(ran, Optional.of(waited))) : Optional.empty();
            } catch (NumberFormatException | NoSuchElementException e) {
                return Optional.empty();
            }
        }

        Reading minus(Reading earlier) {
            return new Reading(
                    cpuNanos - earlier.cpuNanos,
                    runQueueNanos.flatMap(now -> earlier.runQueueNanos.map(then -> now - then)));
        }
    }
}
