// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.LedgerLine;
import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.result.Projection;
import dev.runmatrix.harness.result.ProjectionBasis;
import dev.runmatrix.harness.result.ProjectionClosing;
import dev.runmatrix.harness.result.ProjectionKey;
import dev.runmatrix.harness.result.ProjectionOutcome;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.projection.Ledger;
import dev.runmatrix.reports.projection.LedgerUpdate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerUpdateTest {

    private static final Instant YESTERDAY = RunFixture.START.minusSeconds(86_400);

    @TempDir
    Path results;

    /** 60/N + 5 seconds on four granted cores. */
    private RunFixture threeNumbers() {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 1, 50000).reference().clean(1, 1.0, 65, 64.6, 65.4, 65.2, 64.8, 65.1);
        run.cell("streaming", true, 2, 50000).clean(1.9, 1.1, 35, 34.8, 35.2, 35.1, 34.9, 35.05);
        run.cell("streaming", true, 3, 50000).clean(2.8, 1.2, 25, 24.9, 25.1, 25.05, 24.95, 25.02);
        return run;
    }

    private RunFixture fourNumbers(double... walls) {
        RunFixture run = threeNumbers();
        run.cell("streaming", true, 4, 50000).clean(3.6, 1.3, walls);
        return run;
    }

    private static LedgerUpdate update(List<LedgerLine> lines, RunFixture run) throws Exception {
        return LedgerUpdate.of(lines, RunAnalysis.of(run.stored()), List.of());
    }

    private Projection ofYesterday() throws Exception {
        return earlier((Projection) update(List.of(), threeNumbers()).added().get(0));
    }

    private static Projection earlier(Projection p) {
        return with(p, p.key());
    }

    private static Projection with(Projection p, ProjectionKey key) {
        return new Projection(
                p.schema(),
                "0123456789ab",
                p.quantity(),
                p.cell(),
                p.at(),
                p.model(),
                p.basis(),
                p.value(),
                p.low(),
                p.high(),
                p.reach(),
                YESTERDAY,
                "20261121T062500Z-3f1c2ab",
                key);
    }

    @Test
    void aCellThatWasNotMeasuredIsProjectedWithItsBasis() throws Exception {
        List<LedgerLine> added = update(List.of(), threeNumbers()).added();

        assertThat(added).singleElement().isInstanceOfSatisfying(Projection.class, p -> {
            assertThat(p.quantity()).isEqualTo(ProjectedQuantity.WALL);
            assertThat(p.cell().get("max_workers")).contains("4");
            assertThat(p.basis())
                    .extracting(ProjectionBasis::cell, ProjectionBasis::at, ProjectionBasis::forks)
                    .containsExactly(tuple("C01", 1.0, 6), tuple("C02", 2.0, 6), tuple("C03", 3.0, 6));
            assertThat(p.basis().get(0).median()).isEqualTo((65 + 65.1) / 2);
            assertThat(p.low()).isLessThan(20);
            assertThat(p.high()).isGreaterThan(20);
            assertThat(p.reach()).isEqualTo(4);
        });
    }

    @Test
    void theSameRunGivesTheSameLines() throws Exception {
        assertThat(update(List.of(), threeNumbers())).isEqualTo(update(List.of(), threeNumbers()));
    }

    @Test
    void nothingIsAddedTwiceWhileItIsOpen() throws Exception {
        Projection open = ofYesterday();

        LedgerUpdate again = update(List.of(open), threeNumbers());

        assertThat(again.added()).isEmpty();
        assertThat(again.shown()).containsExactly(open);
    }

    @Test
    void whatIsMeasuredLaterClosesItInside() throws Exception {
        Projection open = ofYesterday();

        List<LedgerLine> added = update(List.of(open), fourNumbers(20, 20.2, 19.8, 20.1, 19.9, 20))
                .added();

        assertThat(added).singleElement().isInstanceOfSatisfying(ProjectionClosing.class, end -> {
            assertThat(end.id()).isEqualTo("0123456789ab");
            assertThat(end.outcome()).isEqualTo(ProjectionOutcome.INSIDE);
            assertThat(end.cell()).isEqualTo("C04");
            assertThat(end.measured()).contains(20.0);
            assertThat(end.ofProjected()).contains(20.0 / open.value());
        });
    }

    @Test
    void whatIsMeasuredFarAwayClosesItOutsideAndOnce() throws Exception {
        Projection open = ofYesterday();
        RunFixture slow = fourNumbers(60, 60, 60, 60, 60, 60);
        List<LedgerLine> added = update(List.of(open), slow).added();
        List<LedgerLine> lines = new ArrayList<>(List.of(open));
        lines.addAll(added);

        assertThat(((ProjectionClosing) added.get(0)).outcome()).isEqualTo(ProjectionOutcome.OUTSIDE);
        assertThat(update(lines, slow).added()).isEmpty();
        assertThat(Ledger.of(lines).record().outside()).isEqualTo(1);
        assertThat(Ledger.of(lines).open()).isEmpty();
    }

    @Test
    void aProjectionKeepsTheConditionsThatItIsMadeUnder() throws Exception {
        ProjectionKey key = ofYesterday().key();
        Environment machine = fourNumbers(20, 20, 20, 20, 20, 20).stored().run().environment();

        assertThat(key.jdk()).isEqualTo(machine.jdk());
        assertThat(key.program()).isEqualTo(machine.buildDigest());
        assertThat(key.machineClass()).isEqualTo(machine.machineClassHash());
    }

    @Test
    void whatChangedInBetweenMakesItVoid() throws Exception {
        Projection open = ofYesterday();
        ProjectionKey other = new ProjectionKey(
                open.key().input(),
                "another",
                "another",
                open.key().jdk(),
                open.key().jvmArgs());

        List<LedgerLine> added = update(List.of(with(open, other)), fourNumbers(20, 20, 20, 20, 20, 20))
                .added();

        assertThat(added).singleElement().isInstanceOfSatisfying(ProjectionClosing.class, end -> {
            assertThat(end.outcome()).isEqualTo(ProjectionOutcome.VOID);
            assertThat(end.changed()).containsExactly("build", "machine");
            assertThat(end.measured()).isEmpty();
        });
    }

    /** Written down while its cell was already being measured, it proves nothing. */
    @Test
    void aProjectionThatIsNotOlderThanItsForksIsNotClosedByThem() throws Exception {
        Projection late = (Projection) update(List.of(), threeNumbers()).added().get(0);

        assertThat(update(List.of(late), fourNumbers(20, 20, 20, 20, 20, 20)).added())
                .isEmpty();
    }

    @Test
    void aRunThatDidNotComeToItsEndAddsNothing() throws Exception {
        LedgerUpdate update = update(List.of(), threeNumbers().state(RunState.INTERRUPTED));

        assertThat(update.added()).isEmpty();
    }

    @Test
    void aLargerInputOfTheSameKindIsProjectedInAllQuantities() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell(Map.of("dataset", RunFixture.SMALL, "mode", "in-memory"), Set.of(), 1)
                .clean(1, 1.0, 6, 6.1, 5.9, 6.05);
        run.cell(Map.of("dataset", RunFixture.MAIN, "mode", "in-memory"), Set.of(), 1)
                .clean(1, 1.5, 21, 21.1, 20.9, 21.05);
        run.skip(Map.of("dataset", "large", "mode", "in-memory"), "left out by --only");
        run.skip(Map.of("dataset", "other", "mode", "in-memory"), "left out by --only");
        List<DatasetFacts> known = List.of(
                new DatasetFacts("large", 14_000_000, 31, 800_000_000, 600_000, "", ""),
                new DatasetFacts("other", 14_000_000, 31, 800_000_000, 14_000_000, "", ""));

        List<LedgerLine> added =
                LedgerUpdate.of(List.of(), RunAnalysis.of(run.stored()), known).added();

        assertThat(added)
                .extracting(line -> ((Projection) line).quantity())
                .containsExactly(ProjectedQuantity.WALL, ProjectedQuantity.CPU, ProjectedQuantity.PEAK_RSS);
        assertThat(added).allSatisfy(line -> {
            Projection p = (Projection) line;
            assertThat(p.cell().get("dataset")).contains("large");
            assertThat(p.key().input()).isEmpty();
            assertThat(p.high() / p.low()).isLessThanOrEqualTo(1.5);
        });
    }

    @Test
    void theNextLargerKnownInputIsProjectedThoughNoMatrixNamesIt() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell(Map.of("dataset", RunFixture.SMALL, "mode", "in-memory"), Set.of(), 1)
                .clean(1, 1.0, 6, 6.1, 5.9, 6.05);
        run.cell(Map.of("dataset", RunFixture.MAIN, "mode", "in-memory"), Set.of(), 1)
                .clean(1, 1.5, 21, 21.1, 20.9, 21.05);
        List<DatasetFacts> known = List.of(
                new DatasetFacts("larger", 15_000_000, 31, 800_000_000, 640_000, "", ""),
                new DatasetFacts("large", 14_000_000, 31, 800_000_000, 600_000, "", ""),
                new DatasetFacts("other", 9_000_000, 31, 800_000_000, 9_000_000, "", ""));

        List<LedgerLine> added =
                LedgerUpdate.of(List.of(), RunAnalysis.of(run.stored()), known).added();

        assertThat(added)
                .hasSize(3)
                .allSatisfy(line ->
                        assertThat(((Projection) line).cell().get("dataset")).contains("large"));
    }

    @Test
    void aTrackRecordCountsEachProjectionOnce() throws Exception {
        Projection open = ofYesterday();
        List<LedgerLine> ends =
                update(List.of(open), fourNumbers(20, 20, 20, 20, 20, 20)).added();
        List<LedgerLine> merged = new ArrayList<>(List.of(open, open));
        merged.addAll(ends);
        merged.addAll(ends);

        Ledger ledger = Ledger.of(merged);

        assertThat(ledger.entries()).hasSize(1);
        assertThat(ledger.record().inside()).isEqualTo(1);
        assertThat(ledger.record().medianError()).isEqualTo(Optional.of(Math.abs(20 / open.value() - 1)));
    }

    /** Nobody can say that the projection was there first. */
    @Test
    void anEndWithoutItsProjectionCountsForNothing() throws Exception {
        Projection open = ofYesterday();
        List<LedgerLine> ends =
                update(List.of(open), fourNumbers(20, 20, 20, 20, 20, 20)).added();

        assertThat(Ledger.of(ends).record().checked()).isZero();
        assertThat(Ledger.of(ends).record().medianError()).isEmpty();
        assertThat(update(ends, threeNumbers()).shown()).doesNotContainAnyElementsOf(ends);
    }

    @Test
    void aCopyCountsTheEndsWhoseProjectionsItLeavesOut() throws Exception {
        Projection open = ofYesterday();
        RunFixture run = fourNumbers(20, 20, 20, 20, 20, 20);
        List<LedgerLine> lines = new ArrayList<>(List.of(open));
        lines.addAll(update(List.of(open), run).added().stream()
                .map(line -> byAnotherRun((ProjectionClosing) line))
                .toList());

        Ledger copy = Ledger.ofCopy(update(lines, run).shown());

        assertThat(copy.entries()).isEmpty();
        assertThat(copy.record().inside()).isEqualTo(1);
    }

    private static ProjectionClosing byAnotherRun(ProjectionClosing end) {
        return new ProjectionClosing(
                end.schema(),
                end.id(),
                end.outcome(),
                end.changed(),
                end.cell(),
                end.measured(),
                end.ofProjected(),
                end.closedAt(),
                "20261121T072500Z-3f1c2ab");
    }
}
