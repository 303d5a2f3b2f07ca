// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.harness.RunInput;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.DatasetFacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineReachTest {

    @Test
    void anEngineThatReadsFilesAloneIsRefusedABucketBeforeAnythingIsMeasured() {
        assertThatThrownBy(() -> EngineReach.require(plan("duckdb"), inputs("s3://usage/2025")))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("engine duckdb reads files of this machine alone, and dataset lake lies at s3://usage/2025;"
                        + " leave that pair out: exclude: [{engine: duckdb, dataset: lake}]");
    }

    @Test
    void othersMayReadIt() {
        assertThatCode(() -> EngineReach.require(plan("spark"), inputs("s3://usage/2025")))
                .doesNotThrowAnyException();
        assertThatCode(() -> EngineReach.require(plan("builtin"), inputs("s3://usage/2025")))
                .doesNotThrowAnyException();
        assertThatCode(() -> EngineReach.require(plan("duckdb"), inputs("/data/usage")))
                .doesNotThrowAnyException();
    }

    private static Plan plan(String engine) {
        PlannedCell cell = new PlannedCell(
                "C01", new Cell(Map.of("dataset", "lake", "engine", engine)), Set.of(), List.of(), 1, false);
        return new Plan(List.of(cell), List.of(), List.of());
    }

    private static List<RunInput> inputs(String place) {
        DatasetFacts facts = new DatasetFacts("lake", 1, 1, 1, 1, "0", "imported");
        return List.of(new RunInput(facts, List.of(place), Path.of("params.json"), Optional.empty()));
    }
}
