// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.LedgerLine;
import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.result.Projection;
import dev.runmatrix.harness.result.ProjectionClosing;
import dev.runmatrix.harness.result.ProjectionKey;
import dev.runmatrix.harness.result.ProjectionModel;
import dev.runmatrix.harness.result.ProjectionOutcome;
import dev.runmatrix.reports.Fixtures;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.projection.Ledger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectedGainsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path results;

    private static Projection projected(RunAnalysis run, ProjectedQuantity quantity) {
        return new Projection(
                LedgerLine.SCHEMA,
                "0123456789ab",
                quantity,
                run.options().get(0).cell().planned().cell(),
                4,
                ProjectionModel.WORKERS,
                List.of(),
                33.8,
                30.7,
                37.5,
                4,
                NOON,
                "an earlier run",
                new ProjectionKey(Optional.empty(), "p", "m", "17", ""));
    }

    private static ProjectionClosing closed(String run) {
        return new ProjectionClosing(
                LedgerLine.SCHEMA,
                "0123456789ab",
                ProjectionOutcome.INSIDE,
                List.of(),
                "C06",
                Optional.of(36.8),
                Optional.of(36.8 / 33.8),
                NOON,
                run);
    }

    private static Optional<String> gain(RunAnalysis run, LedgerLine... lines) {
        return new ProjectedGains(run, Ledger.of(List.of(lines)))
                .apply(run.options().get(0));
    }

    @Test
    void aProjectionThatThisRunClosedIsToldAsAGain() throws Exception {
        RunAnalysis run = RunAnalysis.of(Fixtures.allClean(results).stored());
        Projection wall = projected(run, ProjectedQuantity.WALL);

        // 96.4 s of the reference by 33.8, 37.5 and 30.7 s.
        assertThat(gain(run, wall, closed(run.run().id()))).contains("2.85 [2.57–3.14], inside");
    }

    @Test
    void nothingElseIsTold() throws Exception {
        RunAnalysis run = RunAnalysis.of(Fixtures.allClean(results).stored());
        Projection wall = projected(run, ProjectedQuantity.WALL);

        assertThat(gain(run)).isEmpty();
        assertThat(gain(run, wall)).isEmpty();
        assertThat(gain(run, wall, closed("another run"))).isEmpty();
        assertThat(gain(
                        run,
                        projected(run, ProjectedQuantity.CPU),
                        closed(run.run().id())))
                .isEmpty();
    }
}
