// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.Sitting;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.ForkLedger;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.model.RunInWords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkLedgerTest {

    @TempDir
    Path results;

    private static String account(RunFixture run) throws Exception {
        return RunInWords.account(RunAnalysis.of(run.stored()));
    }

    private RunFixture looking() {
        return RunFixture.in(results)
                .protocol(new Protocol(
                        6,
                        20,
                        0.025,
                        1,
                        false,
                        0,
                        3,
                        Optional.empty(),
                        Duration.ofSeconds(180),
                        Duration.ofSeconds(60),
                        Duration.ofMillis(100)));
    }

    @Test
    void aCellIsPlannedForTheForksThatItWasToHaveWhenItEnded() throws Exception {
        RunFixture run = looking();
        run.cell("streaming", true, 2, 1000).clean(1, 0.5, walls(6)).ending(CellEnd.Reason.PRECISE, 6);
        run.cell("streaming", true, 2, 2000).clean(1, 0.5, walls(20)).ending(CellEnd.Reason.FORKS_MADE, 20);
        run.cell("streaming", true, 2, 3000).clean(1, 0.5, walls(7)).ending(CellEnd.Reason.BUDGET, 10);

        assertThat(account(run)).isEqualTo("36 planned = 33 clean + 3 not run (budget)");
    }

    @Test
    void forksSkippedByARuleAreToldFromThoseThatTheRunDidNotReach() throws Exception {
        RunFixture run = looking();
        run.cell("in-memory", true, 2, 1000)
                .failed(FailureKind.OUT_OF_MEMORY, 1, 2, 2, 2)
                .ending(CellEnd.Reason.FAILING, 6);
        run.cell("streaming", true, 2, 1000)
                .clean(1, 0.5, walls(3))
                .contaminated(1, 0.5, 10)
                .ending(CellEnd.Reason.FAIL_FAST, 6);
        run.cell("streaming", true, 2, 2000)
                .failed(FailureKind.STALLED, 1, 2)
                .wrong(1, 1, 3)
                .ending(CellEnd.Reason.INTERRUPTED, 6);

        assertThat(account(run))
                .isEqualTo("18 planned = 3 clean + 1 contaminated + 3 failed (out of memory) + 1 timed out (stalled)"
                        + " + 1 wrong output + 3 skipped (3 failures in a row) + 2 not run (fail\u2011fast)"
                        + " + 4 not run (interrupted)");
    }

    @Test
    void aRunThatWasKilledOrStillMeasuresSaysThatItDidNotEnd() throws Exception {
        RunFixture run = RunFixture.in(results).state(RunState.RUNNING);
        run.cell("streaming", true, 2, 1000).clean(1, 0.5, walls(2));

        assertThat(account(run)).isEqualTo("6 planned = 2 clean + 4 not run (run did not end)");
    }

    @Test
    void aRunInterruptedWithoutSayingWhereSaysSo() throws Exception {
        RunFixture run = RunFixture.in(results).state(RunState.INTERRUPTED);
        run.cell("streaming", true, 2, 1000).clean(1, 0.5, walls(2));

        assertThat(account(run)).isEqualTo("6 planned = 2 clean + 4 not run (interrupted)");
    }

    @Test
    void addedForksArePlanned() throws Exception {
        RunFixture run = RunFixture.in(results)
                .sitting(Sitting.Kind.NEW, 0, true, 1, 6)
                .sitting(Sitting.Kind.APPEND, 600, true, 8, 10);
        run.cell("streaming", true, 2, 1000).clean(1, 0.5, walls(10));

        assertThat(account(run)).isEqualTo("10 planned = 10 clean");
    }

    @Test
    void aCellThatMayGrowIsPlannedForTheLookThatItWorksFor() throws Exception {
        RunFixture run = looking().state(RunState.RUNNING).sitting(Sitting.Kind.NEW, 0, false, 1, 20);
        run.cell("streaming", true, 2, 1000).clean(1, 0.5, walls(4));
        run.cell("streaming", true, 2, 2000).clean(1, 0.5, walls(7));
        run.cell("streaming", true, 2, 3000).clean(1, 0.5, walls(11));

        assertThat(account(run)).isEqualTo("36 planned = 22 clean + 14 not run (run did not end)");
    }

    @Test
    void forksPastThePlanStandBesideIt() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).clean(1, 0.5, walls(8));

        assertThat(account(run)).isEqualTo("6 planned + 2 beyond the plan = 8 clean");
    }

    @Test
    void theTwinCountsForNoCellAndIsNoRepeat() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).clean(1, 0.5, walls(6)).twins(1, 1, 1, 1, 1, 1);

        RunAnalysis analysis = RunAnalysis.of(run.stored());
        CellAnalysis cell = analysis.cells().get(0);
        ForkLedger ledger = analysis.ledger();

        assertThat(RunInWords.account(analysis)).isEqualTo("6 planned = 6 clean");
        assertThat(ledger.repeats()).isEmpty();
        assertThat(ledger.beyondPlan()).isZero();
        assertThat(ledger.twins()).hasSize(6);
        assertThat(cell.ranked().wallSeconds()).doesNotContain(1);
        assertThat(ledger.planned() + ledger.warmups() + ledger.twins().size())
                .isEqualTo(analysis.stored().forks().size());
    }

    @Test
    void aRepeatedForkCountsOnceByItsLastAttempt() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000)
                .repeatingContaminated()
                .clean(1, 0.5, walls(5))
                .contaminated(1, 0.5, 20);

        RunAnalysis analysis = RunAnalysis.of(run.stored());

        assertThat(RunInWords.account(analysis)).isEqualTo("6 planned = 6 clean");
        assertThat(analysis.ledger().repeated()).isEqualTo(1);
        assertThat(analysis.cells().get(0).count(ForkOutcome.CLEAN)).isEqualTo(6);
    }

    private static double[] walls(int number) {
        double[] walls = new double[number];
        Arrays.setAll(walls, i -> 10 + 0.01 * i);
        return walls;
    }
}
