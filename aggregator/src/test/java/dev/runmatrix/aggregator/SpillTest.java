// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.aggregator.params.ParamsReader;
import dev.runmatrix.aggregator.storage.LocalStorage;
import dev.runmatrix.aggregator.summary.SummaryConstants;
import dev.runmatrix.aggregator.summary.SummaryTexts;
import dev.runmatrix.aggregator.write.CsvFormat;
import dev.runmatrix.aggregator.write.SummarySink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups that do not fit into the memory that they may take. */
class SpillTest {

    /** Texts that are no instants hide the days of their row groups. */
    private static final String UNKNOWN_DAYS = """
            SELECT CASE WHEN r %% 997 = 0 THEN '' ELSE strftime(TIMESTAMP '2025-11-01'
                + to_hours(((r * 7919) %% (24 * %1$d))::BIGINT), '%%Y-%%m-%%d %%H:%%M:%%S') END AS interval_start,
              'ns-' || (hash(r %% %2$d) %% 1000) AS namespace, 'node-' || (hash(r %% %2$d) // 1000 %% 100) AS node,
              '{"app":"a' || (hash(r %% %2$d) // 100000 %% 7) || '"}' AS pod_labels,
              CASE r %% 10 WHEN 0 THEN 1e200 WHEN 1 THEN 1e-200 WHEN 2 THEN -1e200 ELSE r * 0.1 END::DOUBLE
                AS pod_usage_cpu_core_seconds,
              (r %% 1000 * 1e9 / 7)::DOUBLE AS pod_request_memory_byte_seconds,
              (3600 * (4 + r %% 2))::DOUBLE AS node_capacity_cpu_core_seconds
            FROM range(%3$d) t(r)""";

    @TempDir
    private Path directory = Path.of("");

    private Path input = Path.of("");
    private Path temporary = Path.of("");

    @BeforeEach
    void makeDirectories() throws IOException {
        input = Files.createDirectory(directory.resolve("in"));
        temporary = Files.createDirectory(directory.resolve("temporary"));
    }

    @ParameterizedTest
    @CsvSource({"csv, IN_MEMORY, 1", "parquet, IN_MEMORY, 3", "csv, STREAMING, 2", "parquet, STREAMING, 1"})
    void aHugeDayIsWrittenAsIfItHadFitted(String format, Mode mode, int workers) throws Exception {
        writePods(1, 100_000, 120_000);
        Path fitted = directory.resolve("fitted." + format);
        AggregationResult plain = Aggregator.run(TestFiles.config(input, fitted));
        assertThat(plain.spilled()).isEqualTo(new SpillCounters(0, 0));
        assertThat(plain.counters().summaryRows()).isGreaterThan(50_000);

        Path output = directory.resolve("summary." + format);
        AggregationResult result =
                Aggregator.run(TestFiles.config(input, output, mode, workers, 10_000, OptionalInt.empty())
                        .with(settings(4_000_000)));
        assertThat(result.spilled().runs()).isGreaterThan(3);
        assertThat(result.spilled().bytes()).isGreaterThan(50_000 * 180);
        assertThat(output).hasSameBinaryContentAs(fitted);
        assertThatNothingIsLeft();
    }

    @Test
    void aDayOfThousandsOfRunsIsMergedInSteps() throws Exception {
        writePods(2, 300, 10_000);
        String expected = TestFiles.csv(input, directory);
        Path output = directory.resolve("runs.csv");
        AggregationResult result =
                Aggregator.run(TestFiles.config(input, output, Mode.STREAMING, 1, 1, OptionalInt.empty())
                        .with(settings(0)));
        assertThat(result.spilled().runs()).isGreaterThan(10_000);
        assertThat(output).content().isEqualTo(expected);
    }

    @Test
    void daysThatStatisticsPlanAreWrittenInTurnEvenIfNoneFits() throws Exception {
        String pods = TestFiles.PODS.replace("range(900)", "range(20000)");
        TestFiles.write(input.resolve("pod_usage.parquet"), pods, ", ROW_GROUP_SIZE 2048");
        String expected = TestFiles.csv(input, directory);
        for (int workers = 1; workers <= 3; workers++) {
            Path output = directory.resolve("summary-" + workers + ".csv");
            AggregationConfig config =
                    TestFiles.config(input, output, Mode.STREAMING, workers, 100, OptionalInt.empty());
            AggregationResult result = Aggregator.run(config.with(settings(0)));
            assertThat(output).content().isEqualTo(expected);
            assertThat(result.spilled().runs()).isPositive();
        }
    }

    @Test
    void daysOfManyPiecesAreTheSameInTurnAsAtTheEnd() throws Exception {
        String pods = """
                SELECT TIMESTAMP '2025-11-01' + to_hours((r // 1500)::BIGINT) AS interval_start,
                  'ns-' || hash(r) % 1000 AS namespace, 'node-' || r % 60 AS node,
                  r * 0.1::DOUBLE AS pod_usage_cpu_core_seconds
                FROM range(110000) t(r)""";
        TestFiles.write(input.resolve("pod_usage.parquet"), pods, "");
        String atTheEnd = TestFiles.csv(input, directory);
        TestFiles.write(input.resolve("pod_usage.parquet"), pods, ", ROW_GROUP_SIZE 2048");
        for (long stateBytes : new long[] {0, 1_000_000, 1L << 40}) {
            for (int workers = 1; workers <= 3; workers += 2) {
                Path output = directory.resolve("summary-" + stateBytes + "-" + workers + ".csv");
                AggregationConfig config =
                        TestFiles.config(input, output, Mode.STREAMING, workers, 500, OptionalInt.empty());
                Aggregator.run(config.with(settings(stateBytes)));
                assertThat(output).content().isEqualTo(atTheEnd);
            }
        }
    }

    @Test
    void itSaysWhyDaysStayOpenAndWhatWentToFiles() throws Exception {
        writePods(2, 300, 10_000);
        AggregationConfig config = TestFiles.config(input, directory.resolve("summary.csv"));
        assertThat(Aggregator.run(config).notes())
                .singleElement()
                .asString()
                .contains(
                        "1 of 1 files, such as " + input.resolve("pod_usage.parquet"), "statistics of interval_start");
        assertThat(Aggregator.run(config.with(settings(0))).notes())
                .hasSize(2)
                .last()
                .asString()
                .contains("temporary files");
        TestFiles.write(input.resolve("pod_usage.parquet"), TestFiles.PODS, "");
        assertThat(Aggregator.run(config).notes()).isEmpty();
    }

    @Test
    void aFailureLeavesNeitherOutputNorTemporaryFiles() throws Exception {
        writePods(2, 300, 10_000);
        Path second = input.resolve("pod_usage_2.parquet");
        TestFiles.write(second, pods(2, 300, 10_000), "");
        byte[] bytes = Files.readAllBytes(second);
        for (int at = 4; at < bytes.length / 2; at++) {
            bytes[at] = 0x55;
        }
        Files.write(second, bytes);
        Path output = directory.resolve("summary.csv");
        AggregationConfig config = TestFiles.config(input, output, Mode.STREAMING, 1, 1000, OptionalInt.empty());
        assertThatThrownBy(() -> Aggregator.run(config.with(settings(0)))).isInstanceOf(InputException.class);
        assertThat(output).doesNotExist();
        assertThatNothingIsLeft();
    }

    @Test
    void anOutputThatFailsInTheMiddleOfAMergeLeavesNoTemporaryFiles() throws Exception {
        writePods(1, 100_000, 120_000);
        AggregationConfig config = TestFiles.config(input, directory.resolve("summary.csv"));
        Execution execution = Execution.of(config);
        AtomicInteger filesInUse = new AtomicInteger();
        OutputStream full = new OutputStream() {
            private long left = 2_000_000;

            @Override
            public void write(int b) throws IOException {
                write(new byte[1], 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                left -= length;
                if (left < 0) {
                    filesInUse.set((int) openFiles().stream()
                            .filter(name -> name.startsWith(temporary.toString()))
                            .count());
                    throw new IOException("No space left on device");
                }
            }
        };
        ReadMeter meter = new ReadMeter(ProgressListener.NONE);
        try (WorkLog log = new WorkLog();
                Workers workers = new Workers(execution.threads(), log);
                Run run = new Run(
                        ParamsReader.read(config.params(), new LocalStorage()),
                        execution,
                        workers,
                        meter,
                        true,
                        1000,
                        temporary)) {
            SummaryConstants constants =
                    new SummaryConstants(OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
            SummaryOutput output = new SummaryOutput(new CsvFormat(constants, texts(run)), sink(full), 1000);
            Inputs inputs = Inputs.open(config, new LocalStorage(), Optional.empty(), log);
            assertThatThrownBy(() -> run.aggregate(inputs, output, new Phases(ProgressListener.NONE)))
                    .isInstanceOf(OutputException.class);
            assertThat(run.spilled().runs()).isPositive();
        }
        assertThat(filesInUse.get() > 0).isEqualTo(Files.isDirectory(Path.of("/proc/self/fd")));
        assertThatNothingIsLeft();
    }

    private static SummarySink sink(OutputStream stream) {
        return new SummarySink() {
            @Override
            public OutputStream stream() {
                return stream;
            }

            @Override
            public void cover(int epochDay) {}

            @Override
            public void commit() {}

            @Override
            public void close() {}
        };
    }

    private static SummaryTexts texts(Run run) {
        return new SummaryTexts() {
            @Override
            public byte[] name(int id) {
                return run.names().text(id);
            }

            @Override
            public byte[] labels(int set) {
                return run.labels().canonicalText(set);
            }
        };
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        writePods(2, 300, 10_000);
        Path none = directory.resolve("none");
        Path output = directory.resolve("summary.csv");
        SpillSettings settings = new SpillSettings(OptionalLong.of(0), Optional.of(none));
        assertThatThrownBy(() -> Aggregator.run(TestFiles.config(input, output).with(settings)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(none + ": temporary files");
        assertThat(output).doesNotExist();
    }

    @Test
    void aMillionGroupsOfShuffledDaysFitIntoASmallHeap() throws Exception {
        writePods(20, 1 << 30, 1_100_000);
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        input.toString(),
                        directory.resolve("child.parquet").toString()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.log").toFile())
                .start();
        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue())
                .as(Files.readString(directory.resolve("child.log")))
                .isZero();
    }

    /** Makes the summary in a process of its own. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) throws Exception {
            AggregationResult result = Aggregator.run(TestFiles.config(Path.of(args[0]), Path.of(args[1])));
            if (result.counters().summaryRows() < 1_000_000 || result.spilled().runs() == 0) {
                throw new IllegalStateException(result.toString());
            }
        }
    }

    private SpillSettings settings(long stateBytes) {
        return new SpillSettings(OptionalLong.of(stateBytes), Optional.of(temporary));
    }

    private void assertThatNothingIsLeft() throws IOException {
        for (Path place : List.of(temporary, directory)) {
            try (Stream<Path> left = Files.list(place)) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .noneMatch(name -> name.endsWith(".tmp") || name.endsWith(".spill"));
            }
        }
        assertThat(openFiles()).noneMatch(name -> name.startsWith(temporary.toString()));
    }

    /** Where the system tells: the files that this process has open, those without a name, too. */
    private static List<String> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        List<String> open = new ArrayList<>();
        if (Files.isDirectory(descriptors)) {
            try (Stream<Path> links = Files.list(descriptors)) {
                for (Path link : links.toList()) {
                    try {
                        open.add(Files.readSymbolicLink(link).toString());
                    } catch (NoSuchFileException e) {
                        // The descriptor of the listing itself.
                    }
                }
            }
        }
        return open;
    }

    private void writePods(int days, int groups, int rows) {
        TestFiles.write(input.resolve("pod_usage.parquet"), pods(days, groups, rows), "");
    }

    private static String pods(int days, int groups, int rows) {
        return UNKNOWN_DAYS.formatted(days, groups, rows);
    }
}
