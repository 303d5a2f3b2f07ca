// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.matrix.Filters;
import dev.runmatrix.harness.matrix.Limits;
import dev.runmatrix.harness.matrix.MatrixExpansion;
import dev.runmatrix.harness.matrix.MatrixFile;
import dev.runmatrix.harness.matrix.MatrixSpecReader;
import dev.runmatrix.harness.matrix.PlanEstimate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTextTest {

    private static final Path COMMITTED = Path.of("..", "run-matrix.yaml");

    private static final String HEAD = "schema: run-matrix/v1\ntitle: A title\nquestion: A question?\n";

    @TempDir
    Path directory;

    @Test
    void theCommittedMatrixReadsLikeThis() throws Exception {
        assertThat(text(COMMITTED, Filters.NONE)).isEqualTo(golden("plan.txt"));
    }

    @Test
    void filtersNoticesAndDrawnSeedsAreTold() throws Exception {
        Path file = write(HEAD + """
                axes: {dataset: [tiny], mode: [streaming, in-memory], max_workers: [1, 2]}
                exclude: [{max_workers: 3}]
                gate:
                  baseline: main
                  rules:
                    - {metric: wall, max_increase: 5%}
                    - {metric: rss_peak, cells: "mode=streaming,max_workers=2", max: 4GB}
                    - {metric: wall, cells: "max_workers=9", max: 1m}
                  on_inconclusive: fail
                """);

        assertThat(text(file, Filters.parse(List.of("mode=in-memory"), List.of("max_workers=1"))))
                .contains("1 cell × (6 forks + 1 warm-up) + 6 of the twin of C03 = 13 forks, about 13 s")
                .contains("  not in --only mode=in-memory:\n    dataset=tiny mode=streaming max_workers=2\n")
                .contains("  left out by --skip max_workers=1:\n    dataset=tiny mode=in-memory max_workers=1\n")
                .contains("""
                        Gate, against the baseline main
                          wall grows by at most 5%: 1 cell
                          rss_peak is at most 4GB where mode=streaming max_workers=2: no cell
                          wall is at most 1m where max_workers=9: no cell
                          What cannot be judged fails the run, too.
                        """)
                .contains("""
                        Notices
                          exclude: the rule at m.yaml:5 matches no setting
                          gate: the rule at m.yaml:11 names no cell
                        """)
                .contains("Order, seed 7\n");
    }

    @Test
    void noLineIsWiderThanATerminalWhateverTheMatrix() throws Exception {
        Path file = write(HEAD + """
                axes:
                  dataset: [production-medium, production-large]
                  mode: [streaming, in-memory]
                  parallel_chunks: [false, true]
                  max_workers: [1, 2, 4, 8]
                  chunk_size: [10000, 100000000]
                  parallel_readers: [1, 2]
                reference_cell: {dataset: production-large, mode: in-memory, max_workers: 8, parallel_readers: 1}
                options: [{name: A very long name of an option that goes on and on and on and then on, set: {max_workers: 4}}]
                """);

        assertThat(text(COMMITTED, Filters.NONE).lines()).allMatch(line -> line.length() <= 80);
        assertThat(text(file, Filters.NONE).lines())
                .allMatch(line -> line.length() <= 80)
                .contains("  C01  dataset=production-medium mode=streaming parallel_chunks=false");
    }

    @Test
    void aThousandCellsArePlannedAndShown() throws Exception {
        StringBuilder sizes = new StringBuilder("1");
        for (int i = 2; i <= 200; i++) {
            sizes.append(", ").append(i);
        }
        Path file = write(HEAD + "axes: {dataset: [tiny], mode: [streaming], parallel_chunks: [true], "
                + "max_workers: [1, 2, 3, 4, 5], chunk_size: [" + sizes + "]}");

        assertThat(text(file, Filters.NONE))
                .contains("1000 cells × (6 forks + 1 warm-up) + 6 of the twin of C0001 = 7006 forks")
                .contains("  C1000            5         200\n")
                .contains("Order, seed 7\n  7 rounds; --format json has them all\n");
    }

    @Test
    void whatLooksMayComeToAndTheTimeForMeasuringAreTold() throws Exception {
        Path file = write(HEAD + """
                axes: {dataset: [tiny], mode: [streaming, in-memory], max_workers: [1, 2]}
                measure: {max_forks: 20, precision: 1.5%, twin: false, budget: 90m}
                """);

        assertThat(text(file, Filters.NONE)).contains("""
                        3 cells × (6 forks + 1 warm-up) = 21 forks, about 21 s
                          Looks after 6, 10, 20 forks: a cell has no more once its median is known to
                            ±1.5%, or would need more than 20 for that. At most 63 forks, about 63 s.
                          Measuring ends after 90m at the latest; ./run-matrix --resume latest then
                            makes what is left.
                        """).doesNotContain("twin");
    }

    private String text(Path file, Filters filters) throws IOException, ConfigException, CommandFailure {
        Map<String, KnownDataset> datasets = KnownDataset.byName(new Home(directory));
        MatrixFile read = new MatrixSpecReader(
                        datasets.keySet(), List.of(), ShippedEngine.of(Home.current()), Limits.DEFAULT)
                .read(file, Optional.empty());
        PlannedMatrix matrix =
                new PlannedMatrix(read, new MatrixExpansion(Limits.DEFAULT).plan(read, filters), 7, false);
        ForkTimes times = new ForkTimes(datasets, 2, Map.of());
        PlanEstimate estimate = PlanEstimate.of(matrix.plan(), matrix.spec().protocol(), times);
        return PlanText.of(matrix, estimate, List.of(times.basis(matrix.plan())), Paint.NONE);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(directory.resolve("m.yaml"), yaml);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PlanTextTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
