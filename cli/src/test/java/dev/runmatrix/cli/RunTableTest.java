// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static dev.runmatrix.cli.StoredRuns.amid;
import static dev.runmatrix.cli.StoredRuns.cell;
import static dev.runmatrix.cli.StoredRuns.failed;
import static dev.runmatrix.cli.StoredRuns.good;
import static dev.runmatrix.cli.StoredRuns.twin;
import static dev.runmatrix.cli.StoredRuns.uncompared;
import static dev.runmatrix.cli.StoredRuns.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTableTest {

    private static final PlannedCell SERIAL = cell(
            "C01", true, 4, "dataset", "big", "mode", "streaming", "parallel_chunks", "false", "chunk_size", "50000");
    private static final PlannedCell MEMORY =
            cell("C02", false, 2, "dataset", "small", "mode", "in-memory", "max_workers", "2");

    @Test
    void aCellShowsTheForkOfMedianWallAndTheLowerOfTwo() throws Exception {
        List<String> lines = table(
                List.of(SERIAL),
                good("C01", 1, 4, 1),
                good("C01", 2, 2, 1.5),
                good("C01", 3, 1, 2),
                good("C01", 4, 3, 1));

        assertThat(lines)
                .containsExactly(
                        "cell configuration        wall s     range     cores    RSS output",
                        "C01* streaming serial 50k   2.00 1.00–4.00 1.50 of 4 109 MB   same",
                        "* reference; wall of the median fork; cores used of workers requested",
                        "Forks: 6 planned = 4 clean + 2 not run",
                        "C01 was to be measured twice, but was not so far: how small a change this run",
                        "  could have shown is not known.");
    }

    @Test
    void failuresAndWrongOutputsAreSaidBelowTheirCellAndKeepItFromARank() throws Exception {
        List<String> lines = table(
                List.of(SERIAL, MEMORY),
                good("C01", 1, 4, 1),
                failed("C01", 2, "IllegalStateException: no"),
                wrong("C02", 1, "row x: v is 1, the reference has 2"));

        assertThat(lines)
                .startsWith(
                        "cell configuration        wall s     range     cores    RSS output",
                        "C01* streaming serial 50k (4.00) 4.00–4.00 1.00 of 4 106 MB   same",
                        "     failed, 1 of 2 forks: IllegalStateException: no",
                        "C02  in-memory 2w small   (0.01) 0.01–0.01 1.00 of 2 106 MB  WRONG",
                        "     wrong output: row x: v is 1, the reference has 2",
                        "* reference; wall of the median fork; cores used of workers requested",
                        "(…) not compared: too few forks of the cell ended clean",
                        "Forks: 12 planned = 1 clean + 1 failed (threw) + 1 wrong output + 9 not run");
    }

    @Test
    void disturbedForksAreMarkedAndNotComparedBelowFourCleanOnes() throws Exception {
        List<String> lines = table(
                List.of(SERIAL, MEMORY),
                amid(good("C01", 1, 4, 1), 0.5),
                good("C01", 2, 2, 1),
                good("C02", 1, 2, 1),
                good("C02", 2, 2.1, 1),
                good("C02", 3, 2.2, 1),
                good("C02", 4, 2.3, 1),
                amid(good("C02", 5, 9, 1), 0.5));

        assertThat(lines).anyMatch(line -> line.startsWith("C01*") && line.contains("(2.00)"));
        assertThat(lines).contains("     contaminated: other programs disturbed 1 of 6 forks");
        assertThat(lines).anyMatch(line -> line.startsWith("C02") && line.contains(" 2.10 2.00–2.30"));
        assertThat(lines).contains("Forks: 12 planned = 5 clean + 2 contaminated + 5 not run");
    }

    @Test
    void theTwinCountsForNoCellAndTellsTheNoiseFloor() throws Exception {
        List<ForkRecord> forks = new ArrayList<>();
        for (int fork = 1; fork <= 6; fork++) {
            forks.add(good("C01", fork, 2 + 0.01 * fork, 1));
            forks.add(twin(good("C01", fork, 2.005 + 0.01 * fork, 1)));
        }

        List<String> lines = table(List.of(SERIAL), forks.toArray(ForkRecord[]::new));

        assertThat(lines.get(1)).contains(" 2.03 2.01–2.06");
        assertThat(lines).contains("Forks: 6 planned = 6 clean");
        assertThat(String.join(" ", lines))
                .contains("C01 measured twice: ×1.00 [0.988–1.02]; a change of C01 below")
                .contains("could not have been seen");
    }

    @Test
    void anOutputThatNothingWasComparedWithIsNotCalledTheSame() throws Exception {
        List<String> lines = table(List.of(SERIAL), uncompared(good("C01", 1, 4, 1)));

        assertThat(lines.get(1)).endsWith(" not checked");
    }

    @Test
    void theFirstOutputIsTheOneThatOthersAreComparedWith() throws Exception {
        List<String> lines = table(List.of(SERIAL), uncompared(good("C01", 1, 4, 1)), good("C01", 2, 4, 1));

        assertThat(lines.get(1)).endsWith(" same");
    }

    @Test
    void warmUpsDoNotCount() throws Exception {
        assertThat(table(List.of(SERIAL), good("C01", 0, 4, 1)).get(1)).contains(" – ");
    }

    @Test
    void noLineIsLongerThanATerminalIsWide() throws Exception {
        PlannedCell wide = cell(
                "C10",
                true,
                128,
                "dataset",
                "production-large",
                "mode",
                "streaming",
                "other",
                "a-value-of-some-length");
        List<String> lines = table(
                List.of(wide), uncompared(good("C10", 1, 12345.6, 127.99)), failed("C10", 2, "something ".repeat(40)));

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    private static List<String> table(List<PlannedCell> cells, ForkRecord... forks) throws Exception {
        return new RunTable(RunAnalysis.of(StoredRuns.of(cells, List.of(forks)))).lines(Paint.NONE);
    }
}
