// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.aggregator.fault.BadInputException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkersTest {

    private final WorkLog log = new WorkLog();
    private final Workers workers = new Workers(3, log);

    @AfterEach
    void close() {
        workers.close();
        log.close();
    }

    @Test
    void oneThreadIsTheCallersOwn() throws Exception {
        try (Workers one = new Workers(1, log)) {
            List<Workers.Task<Thread>> tasks = List.of(Thread::currentThread, Thread::currentThread);
            assertThat(one.runAll(tasks)).containsOnly(Thread.currentThread());
        }
    }

    @Test
    void resultsComeInTheOrderOfTheTasks() throws Exception {
        List<Workers.Task<Integer>> tasks = IntStream.range(0, 50)
                .<Workers.Task<Integer>>mapToObj(i -> () -> i)
                .toList();
        List<Integer> inOrder = new ArrayList<>();
        workers.runInOrder(tasks.iterator(), inOrder::add);
        assertThat(workers.runAll(tasks)).isEqualTo(inOrder).isSorted().hasSize(50);
    }

    @Test
    void noMoreResultsAreHeldThanThereAreThreadsAndOneMore() throws Exception {
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Workers.Task<Integer>> tasks = IntStream.range(0, 200)
                .<Workers.Task<Integer>>mapToObj(i -> () -> most.accumulateAndGet(held.incrementAndGet(), Math::max))
                .toList();
        workers.runInOrder(tasks.iterator(), result -> held.decrementAndGet());
        assertThat(most.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void theFirstFailureIsThrownThoughOthersWaitForEver() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger interrupted = new AtomicInteger();
        Workers.Task<Integer> waits = () -> {
            try {
                never.await();
                return 0;
            } catch (InterruptedException e) {
                throw new IOException(e + " " + interrupted.incrementAndGet());
            }
        };
        Workers.Task<Integer> fails = () -> {
            throw new BadInputException("spoiled");
        };
        assertThatThrownBy(() -> workers.runAll(List.of(waits, waits, fails)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("spoiled");
    }

    @Test
    void anInterruptEndsTheWait() {
        CountDownLatch never = new CountDownLatch(1);
        Workers.Task<Integer> waits = () -> {
            try {
                never.await();
                return 0;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> workers.runAll(List.of(waits))).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
