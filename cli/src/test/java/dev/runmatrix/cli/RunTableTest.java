// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static dev.runmatrix.cli.StoredRuns.cell;
import static dev.runmatrix.cli.StoredRuns.failed;
import static dev.runmatrix.cli.StoredRuns.good;
import static dev.runmatrix.cli.StoredRuns.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTableTest {

    private static final PlannedCell SERIAL = cell(
            "C01", true, 4, "dataset", "big", "mode", "streaming", "parallel_chunks", "false", "chunk_size", "50000");
    private static final PlannedCell MEMORY =
            cell("C02", false, 2, "dataset", "small", "mode", "in-memory", "max_workers", "2");

    @Test
    void aCellShowsTheForkOfMedianWallAndTheLowerOfTwo() {
        List<String> lines = table(
                List.of(SERIAL),
                good("C01", 1, 4, 1),
                good("C01", 2, 2, 1.5),
                good("C01", 3, 1, 2),
                good("C01", 4, 3, 1));

        assertThat(lines)
                .containsExactly(
                        "cell configuration                 wall s       range     cores peak RSS output",
                        "C01* streaming serial 50k            2.00   1.00–4.00 1.50 of 4   109 MB   same",
                        "* reference; wall of the median fork; cores used of workers requested");
    }

    @Test
    void failuresAndWrongOutputsAreSaidBelowTheirCellAndCountForNothing() {
        List<String> lines = table(
                List.of(SERIAL, MEMORY),
                good("C01", 1, 4, 1),
                failed("C01", 2, "IllegalStateException: no"),
                wrong("C02", 1, "row x: v is 1, the reference has 2"));

        assertThat(lines)
                .containsExactly(
                        "cell configuration                 wall s       range     cores peak RSS output",
                        "C01* streaming serial 50k            4.00   4.00–4.00 1.00 of 4   106 MB   same",
                        "     failed, 1 of 2 forks: IllegalStateException: no",
                        "C02  in-memory 2w small                 –           –         –        –  WRONG",
                        "     wrong output: row x: v is 1, the reference has 2",
                        "* reference; wall of the median fork; cores used of workers requested");
    }

    @Test
    void warmUpsDoNotCount() {
        assertThat(table(List.of(SERIAL), good("C01", 0, 4, 1)).get(1))
                .contains("–")
                .endsWith("none");
    }

    @Test
    void noLineIsLongerThanATerminalIsWide() {
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
        List<String> lines =
                table(List.of(wide), good("C10", 1, 12345.6, 127.99), failed("C10", 2, "something ".repeat(40)));

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    private static List<String> table(List<PlannedCell> cells, ForkRecord... forks) {
        return new RunTable(StoredRuns.of(cells, List.of(forks))).lines();
    }
}
