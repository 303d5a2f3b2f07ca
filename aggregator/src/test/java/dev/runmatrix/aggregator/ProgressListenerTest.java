// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.choice.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressListenerTest {

    @TempDir
    private Path directory = Path.of("");

    /** Writes down what it hears. */
    private static final class Notes implements ProgressListener {

        private final List<String> heard = new ArrayList<>();
        private final List<Long> pieces = new ArrayList<>();

        @Override
        public synchronized void begun(long rows, Optional<Choice> choice) {
            heard.add("begun " + rows + (choice.isPresent() ? " auto" : ""));
        }

        @Override
        public synchronized void folded(long rows) {
            pieces.add(rows);
        }

        @Override
        public synchronized void phaseEnded(String name) {
            heard.add(name);
        }

        private long rows() {
            return pieces.stream().mapToLong(Long::longValue).sum();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everyRowIsHeardOfOnceInFewPieces(Mode mode) throws Exception {
        Path input = TestFiles.write(directory.resolve("pod_usage.parquet"), podRows(), ", ROW_GROUP_SIZE 2048");
        Notes notes = new Notes();
        Aggregator.run(TestFiles.config(input, directory.resolve("s.csv"), mode, 3, 100, OptionalInt.empty()), notes);
        assertThat(notes.rows()).isEqualTo(10_000);
        assertThat(notes.pieces).hasSize(5);
    }

    @Test
    void readersThatOnlyReadAreHeardOfToo() throws Exception {
        Path input = TestFiles.write(directory.resolve("pod_usage.parquet"), podRows(), "");
        Notes notes = new Notes();
        Aggregator.run(
                TestFiles.config(input, directory.resolve("s.csv"), Mode.IN_MEMORY, 2, 100, OptionalInt.of(1)), notes);
        assertThat(notes.rows()).isEqualTo(10_000);
    }

    @Test
    void rowsOfLabelsAreNoProgress() throws Exception {
        Notes notes = new Notes();
        Path input = TestFiles.writeTables(directory.resolve("in"), "");
        AggregationResult result = Aggregator.run(TestFiles.config(input, directory.resolve("s.csv")), notes);
        assertThat(notes.rows()).isEqualTo(result.counters().rowsRead());
        assertThat(notes.heard).startsWith("open", "begun 900", "labels");
        assertThat(notes.heard)
                .containsAll(result.phases().stream().map(PhaseTime::name).toList());
    }

    @Test
    void bytesReadAreThoseOfTheNeededColumns() throws Exception {
        Path input = TestFiles.write(directory.resolve("pod_usage.parquet"), podRows(), "");
        AggregationConfig config = TestFiles.config(input, directory.resolve("s.csv"));
        long needed = Explainer.explain(config).outline().tables().get(0).bytes();
        assertThat(needed).isLessThan(Files.size(input) / 2);
        assertThat(Aggregator.run(config).bytesRead()).isEqualTo(needed);
    }

    private static String podRows() {
        return "SELECT TIMESTAMP '2025-11-01' AS interval_start, 'a' AS namespace, 'b' AS node, r * 0.7 AS"
                + " pod_usage_cpu_core_seconds, md5(r::VARCHAR) AS unknown FROM range(10000) t(r)";
    }
}
