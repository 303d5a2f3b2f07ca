// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.Accepted;
import dev.runmatrix.harness.matrix.Accepted.Extent;
import dev.runmatrix.harness.matrix.CellFilter;
import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.GateRule.Bound;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.comparison.SittingFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptancesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate LATER = LocalDate.of(2027, 1, 31);
    private static final CellFilter FIRST = new CellFilter("n=1", Map.of("n", List.of("1")));

    @Test
    void aBrokenRuleWithinWhatIsAcceptedIsAccepted() throws UnreadableRunException {
        GateReport report = judge(entry(CellFilter.ALL, Extent.AMOUNT, 3, LATER));

        GateResult result = report.results().get(0);
        assertThat(result.outcome()).isEqualTo(GateOutcome.ACCEPTED);
        assertThat(result.accepted()).contains("Ada until 2027-01-31: it checks more (accepted.yaml:3)");
        assertThat(result.sentence()).endsWith(". Accepted by Ada until 2027-01-31: it checks more (accepted.yaml:3).");
        assertThat(report.notices()).isEmpty();
    }

    @Test
    void whatGoesFurtherFailsAndTellsHowFarItMightGo() throws UnreadableRunException {
        GateResult result = judge(entry(CellFilter.ALL, Extent.AMOUNT, 1.9, LATER))
                .results()
                .get(0);

        assertThat(result.outcome()).isEqualTo(GateOutcome.FAIL);
        assertThat(result.sentence()).endsWith("Accepted is only up to 1.90 s (accepted.yaml:3).");
        assertThat(result.accepted()).isEmpty();
    }

    @Test
    void anExpiredEntryCountsNoMoreAndIsTold() throws UnreadableRunException {
        GateReport report = judge(entry(CellFilter.ALL, Extent.AMOUNT, 3, TODAY.minusDays(1)));

        assertThat(report.count(GateOutcome.FAIL)).isEqualTo(1);
        assertThat(report.notices())
                .containsExactly(
                        "accepted.yaml:3 expired on 2026-11-21 and counts no more; remove it, or accept it anew with a"
                                + " reason.");
    }

    @Test
    void anEntryCountsOnItsLastDayAndItsEndIsToldTwoWeeksAhead() throws UnreadableRunException {
        GateReport last = judge(entry(CellFilter.ALL, Extent.AMOUNT, 3, TODAY));
        GateReport soon = judge(entry(CellFilter.ALL, Extent.AMOUNT, 3, TODAY.plusDays(13)));
        GateReport notYet = judge(entry(CellFilter.ALL, Extent.AMOUNT, 3, TODAY.plusDays(14)));

        assertThat(last.count(GateOutcome.ACCEPTED)).isEqualTo(1);
        assertThat(last.notices()).hasSize(1).first().asString().contains("expires on 2026-11-22");
        assertThat(soon.notices()).hasSize(1);
        assertThat(notYet.notices()).isEmpty();
    }

    @Test
    void anEntryForOtherCellsAnotherKindOrAnotherBaselineMatchesNothing() throws UnreadableRunException {
        List<GateReport> reports = List.of(
                judge(entry(new CellFilter("n=7", Map.of("n", List.of("7"))), Extent.AMOUNT, 3, LATER)),
                judge(entry(CellFilter.ALL, Extent.SHARE, 3, LATER)),
                judge(new Accepted(
                        CellFilter.ALL,
                        GateMetric.WALL,
                        Extent.AMOUNT,
                        3,
                        "it checks more",
                        "Ada",
                        LATER,
                        Optional.of("other"),
                        "accepted.yaml:3")));

        assertThat(reports).allSatisfy(report -> {
            assertThat(report.count(GateOutcome.FAIL)).isEqualTo(1);
            assertThat(report.notices())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("accepted.yaml:3 matches nothing here");
        });
    }

    @Test
    void theBaselineOfAnEntryMayNameTheClassOfTheMachine() throws UnreadableRunException {
        Accepted entry = new Accepted(
                FIRST,
                GateMetric.WALL,
                Extent.AMOUNT,
                3,
                "it checks more",
                "Ada",
                LATER,
                Optional.of("main-{machine}"),
                "accepted.yaml:3");

        assertThat(judge(entry).count(GateOutcome.ACCEPTED)).isEqualTo(1);
    }

    private static Accepted entry(CellFilter cells, Extent extent, double upTo, LocalDate expires) {
        return new Accepted(
                cells,
                GateMetric.WALL,
                extent,
                upTo,
                "it checks more",
                "Ada",
                expires,
                Optional.empty(),
                "accepted.yaml:3");
    }

    /** A cell that takes 2 s where 1.5 s are allowed. */
    private static GateReport judge(Accepted entry) throws UnreadableRunException {
        GateRule most = new GateRule(GateMetric.WALL, CellFilter.ALL, Bound.MAX, 1.5, 0.95, false);
        return GateReport.of(
                new Gate(Optional.of("main-c1a55"), List.of(most), false),
                new SittingFixture("b").cell(1, 2, 2, 2, 2, 2, 2).stored(),
                Optional.empty(),
                Optional.empty(),
                List.of(entry),
                TODAY);
    }
}
