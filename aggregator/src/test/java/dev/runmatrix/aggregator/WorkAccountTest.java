// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WorkAccountTest {

    @TempDir
    private Path directory = Path.of("");

    private Path input = Path.of("");

    @BeforeEach
    void writeInput() throws IOException {
        input = TestFiles.writeTables(Files.createDirectory(directory.resolve("in")), ", ROW_GROUP_SIZE 2048");
    }

    @Test
    void oneThreadIsTheCallersAndFoldsEveryChunk() throws Exception {
        long begin = System.nanoTime();
        WorkAccount work = work(Mode.STREAMING, 1, 250, OptionalInt.empty());
        long wallNanos = System.nanoTime() - begin;

        assertThat(work.chunks()).isEqualTo(4);
        assertThat(work.chunkRows()).isEqualTo(250);
        assertThat(work.firstChunkNanos().orElseThrow()).isBetween(1L, wallNanos);
        assertThat(work.readNanos()).isBetween(1L, wallNanos);
        assertThat(work.threads()).singleElement().satisfies(own -> {
            assertThat(Thread.currentThread().getName()).startsWith(own.name());
            assertThat(own.chunks()).isEqualTo(4);
            assertThat(own.firstNanos()).isBetween(0L, own.lastNanos());
            assertThat(own.lastNanos()).isLessThanOrEqualTo(wallNanos);
        });
    }

    @Test
    void severalThreadsShareTheChunksAndTheCallerHasNone() throws Exception {
        for (OptionalInt readers : List.of(OptionalInt.empty(), OptionalInt.of(1))) {
            WorkAccount work = work(Mode.IN_MEMORY, 2, 1, readers);

            List<ThreadWork> threads = work.threads();
            assertThat(threads.get(0).chunks()).isZero();
            assertThat(threads.subList(1, threads.size()))
                    .isNotEmpty()
                    .extracting(ThreadWork::name)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.startsWith(WorkAccount.POOL_NAME));
            assertThat(work.chunks()).isEqualTo(1);
            assertThat(threads.stream().mapToLong(ThreadWork::chunks).sum()).isEqualTo(work.chunks());
            assertThat(work.chunkRows()).isEqualTo(900);
        }
    }

    @Test
    void anInputWithoutRowsHasNoFirstChunk() throws Exception {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        WorkAccount work = Aggregator.run(TestFiles.config(empty, directory.resolve("e.csv")))
                .work();

        assertThat(work.chunks()).isZero();
        assertThat(work.firstChunkNanos()).isEmpty();
        assertThat(work.threads()).isNotEmpty().allMatch(thread -> thread.chunks() == 0);
    }

    @Test
    void theTimesOfAThreadOfThePoolOutliveIt() throws Exception {
        try (WorkLog log = new WorkLog()) {
            for (int pool = 0; pool < 2; pool++) {
                try (Workers workers = new Workers(2, log)) {
                    workers.runAll(List.<Workers.Task<Long>>of(WorkAccountTest::burn, WorkAccountTest::burn));
                }
            }
            List<ThreadWork> pools = log.account(0).threads().stream()
                    .filter(thread -> thread.name().startsWith(WorkAccount.POOL_NAME))
                    .toList();

            assertThat(pools).hasSizeBetween(1, 2);
            // The kernel may add what came after its last tick a little later.
            assertThat(pools.stream().mapToLong(ThreadWork::cpuNanos).sum()).isBetween(360_000_000L, 600_000_000L);
            assertThat(pools).allMatch(thread -> thread.firstNanos() < thread.lastNanos());
        }
    }

    @Test
    void aKernelThatDoesNotCountTellsNothing() {
        assertThat(ThreadClock.Reading.parse("7 8 9\n")).contains(new ThreadClock.Reading(7, Optional.of(8L)));
        assertThat(ThreadClock.Reading.parse("0 0 0\n")).isEmpty();
        assertThat(ThreadClock.Reading.parse("7 8\n")).isEmpty();
        assertThat(ThreadClock.Reading.parse("seven 8 9\n")).isEmpty();
    }

    private WorkAccount work(Mode mode, int workers, int chunkSize, OptionalInt readers) throws Exception {
        Path output = directory.resolve("s.csv");
        return Aggregator.run(TestFiles.config(input, output, mode, workers, chunkSize, readers))
                .work();
    }

    private static long burn() {
        var threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + 100_000_000;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
        return end;
    }
}
