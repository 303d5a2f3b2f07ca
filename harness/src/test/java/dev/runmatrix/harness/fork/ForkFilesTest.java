// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.aggregator.ThreadWork;
import dev.runmatrix.aggregator.WorkAccount;
import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkFilesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aTaskReadBackIsTheTask() throws IOException {
        ForkTask task = new ForkTask(
                Map.of("mode", "streaming", "odd = axis", "ü: #1"),
                List.of("a b", "s3://bucket/c"),
                Path.of("params"),
                Path.of("out"),
                Path.of("report"));
        Path file = folder.resolve("task");
        task.write(file);

        assertThat(ForkTask.read(file)).isEqualTo(task);
    }

    @Test
    void aReportReadBackIsTheReportWithOrWithoutPeakAndChoice() throws IOException {
        Path file = folder.resolve("report");
        ForkJvm jvm = new ForkJvm("17.0.15+6", "Copy + MarkSweepCompact", 8);
        ForkReport full = new ForkReport(
                1, 2, 3, 4, 5, 6, 7, OptionalLong.of(9), jvm, Optional.of("streaming: so"), Optional.of(detail()));
        ForkReport sparse =
                new ForkReport(1, 2, 3, 4, 5, 6, 7, OptionalLong.empty(), jvm, Optional.empty(), Optional.empty());
        for (ForkReport report : List.of(full, sparse)) {
            report.write(file);

            assertThat(ForkReport.read(file)).isEqualTo(report);
        }
    }

    @Test
    void aReportNamesTheJvmItWasMadeIn() {
        ForkJvm jvm = new RegionMeter().report().jvm();

        assertThat(jvm.version()).isEqualTo(System.getProperty("java.runtime.version"));
        assertThat(jvm.collector()).contains(" + ");
        assertThat(jvm.maxHeapBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
    }

    @Test
    void anIncompleteFileNamesWhatIsMissing() throws IOException {
        Path file = Files.writeString(folder.resolve("report"), "wall_ns=1\n");

        assertThatThrownBy(() -> ForkReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("begin_epoch_ms")
                .hasMessageContaining(file.toString());
    }

    @Test
    void aRegionKnowsItsTimesAndThePeakOfTheProcess() {
        RegionMeter meter = new RegionMeter();
        meter.begin();
        meter.end(12);

        ForkReport report = meter.report();

        assertThat(report.rowsRead()).isEqualTo(12);
        assertThat(report.wallNanos()).isPositive();
        assertThat(report.peakHeapBytes()).isPositive();
        assertThat(report.peakRssBytes().orElse(Long.MAX_VALUE)).isGreaterThan(1 << 20);
    }

    @Test
    void aThreadThatToldItsTimesIsNotCountedTwice() throws InterruptedException {
        CountDownLatch burnt = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Thread pool = new Thread(() -> burnAndStay(burnt, over), WorkAccount.POOL_NAME + 1);
        RegionMeter meter = new RegionMeter();
        meter.begin();
        pool.start();
        burnt.await();
        meter.end(1, new WorkAccount(List.of(told("caller"), told(pool.getName())), 1, 1, Optional.of(2_500_000L), 3));
        over.countDown();
        pool.join();

        RegionDetail detail = meter.report().detail().orElseThrow();
        assertThat(detail.threads())
                .filteredOn(thread -> thread.role() == ThreadRole.WORK && thread.cpuNanos() > 30_000_000)
                .containsExactlyInAnyOrder(
                        new ThreadTimes("caller", ThreadRole.WORK, 1, 1, 2, 77_000_000, Optional.of(3L)),
                        new ThreadTimes("aggregate-1", ThreadRole.WORK, 1, 1, 2, 77_000_000, Optional.of(3L)));
        assertThat(detail.firstChunkMillis()).contains(2L);
    }

    @Test
    void aCollectionBeforeTheRegionIsNoneOfIts() {
        RegionMeter meter = new RegionMeter();
        System.gc();
        meter.begin();
        meter.end(1, new WorkAccount(List.of(), 0, 0, Optional.empty(), 0));

        RegionDetail detail = meter.report().detail().orElseThrow();
        assertThat(detail.liveHeapBytes()).isEmpty();
        assertThat(detail.fullCollections()).isZero();
    }

    private static ThreadWork told(String name) {
        return new ThreadWork(name, 1_000_000, 2_999_999, 77_000_000, Optional.of(3L), 1);
    }

    private static void burnAndStay(CountDownLatch burnt, CountDownLatch over) {
        var threads = ManagementFactory.getThreadMXBean();
        while (threads.getCurrentThreadCpuTime() < 100_000_000) {
            Thread.onSpinWait();
        }
        burnt.countDown();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RegionDetail detail() {
        ThreadTimes known =
                new ThreadTimes("C2 Compiler = 1", ThreadRole.COMPILER, 1, 2, 3, 4_000_000_000L, Optional.of(5L));
        ThreadTimes sparse = new ThreadTimes("work", ThreadRole.WORK, 3, 0, 9, 0, Optional.empty());
        return new RegionDetail(List.of(known, sparse), 3, 50_000, Optional.of(17L), 8, 1, Optional.of(123L));
    }
}
