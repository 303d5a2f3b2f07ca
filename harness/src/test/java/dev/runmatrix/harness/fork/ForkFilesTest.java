// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkFilesTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aTaskReadBackIsTheTask() throws IOException {
        ForkTask task = new ForkTask(
                Map.of("mode", "streaming", "odd = axis", "ü: #1"),
                List.of(Path.of("a b"), Path.of("c")),
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

    private static RegionDetail detail() {
        ThreadTimes known =
                new ThreadTimes("C2 Compiler = 1", ThreadRole.COMPILER, 1, 2, 3, 4_000_000_000L, Optional.of(5L));
        ThreadTimes sparse = new ThreadTimes("work", ThreadRole.WORK, 3, 0, 9, 0, Optional.empty());
        return new RegionDetail(List.of(known, sparse), 3, 50_000, Optional.of(17L), 8, 1, Optional.of(123L));
    }
}
