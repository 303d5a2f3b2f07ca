// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.claim.ClaimReport;
import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** What must be known before anything else on the page is believed. */
final class BannerBuilder {

    private BannerBuilder() {}

    static List<Banner> build(Scope scope, RunVerdicts verdicts, ClaimReport claims) {
        RunAnalysis run = scope.run();
        List<Banner> banners = new ArrayList<>();
        wrong(run, banners);
        judged(verdicts, banners);
        claimed(claims, banners);
        state(run, banners);
        List<CellAnalysis> cells = run.mainCells();
        boolean noisy = run.standings().ranked().isEmpty() && has(cells, CellState.CONTAMINATED);
        if (noisy) {
            banners.add(new Banner(
                    "CONTAMINATED",
                    Text.of("Other processes used the machine while it measured. No cell has "
                            + "4 clean forks: nothing is ranked, and times stand in parentheses.")));
        }
        return banners;
    }

    private static void wrong(RunAnalysis run, List<Banner> banners) {
        List<CellAnalysis> wrong = run.cells().stream()
                .filter(c -> c.state() == CellState.WRONG_OUTPUT)
                .toList();
        if (wrong.isEmpty()) {
            return;
        }
        String names = Wording.list(wrong.stream().map(CellAnalysis::name).toList());
        Text text = Text.of(names + (wrong.size() == 1 ? " writes" : " write")
                + " something else than the reference or the manifest. "
                + (wrong.size() == 1 ? "It has" : "They have") + " no rank.");
        String first = wrong.get(0).difference().orElse("");
        banners.add(new Banner(
                "WRONG OUTPUT",
                first.isEmpty()
                        ? text
                        : text.plain(" First difference in " + wrong.get(0).name() + ": ")
                                .code(first)));
    }

    /** What fails the run; where there is a gate, that is for the gate to say. */
    private static void judged(RunVerdicts verdicts, List<Banner> banners) {
        int broken = verdicts.gate().map(gate -> gate.count(GateOutcome.FAIL)).orElse(0);
        if (verdicts.isGateBroken()) {
            banners.add(new Banner(
                    "FAIL", Text.of(Units.counted(broken, "rule", "rules") + " of the gate broken: see Baseline.")));
        } else if (verdicts.isSlower()) {
            banners.add(new Banner(
                    "SLOWER", Text.of("Measured in turns, the head takes more than the base: see Baseline.")));
        }
    }

    private static void claimed(ClaimReport claims, List<Banner> banners) {
        List<String> broken = claims.broken().stream()
                .map(claim -> claim.id() + " (" + claim.claim().name() + ")")
                .toList();
        if (!broken.isEmpty()) {
            banners.add(new Banner(
                    "FAIL",
                    Text.of(Units.counted(broken.size(), "claim", "claims") + " of the gate broken: "
                            + Wording.names(broken) + ". See Claims.")));
        }
    }

    private static void state(RunAnalysis run, List<Banner> banners) {
        int planned = run.ledger().planned();
        int notRun = run.ledger().count(ForkOutcome.NOT_RUN);
        int missing = notRun + run.ledger().count(ForkOutcome.SKIPPED);
        String done = Units.count(planned - missing) + " of " + Units.counted(planned, "fork", "forks");
        RunState state = run.run().state();
        if (state == RunState.RUNNING) {
            banners.add(new Banner(
                    "RUNNING",
                    Text.of(done + " ended when this page was made"
                            + (run.stored().torn() ? ", and one was being written" : "")
                            + ". Ranks may change; if nothing measures any more, the run was killed.")));
        } else if (notRun > 0) {
            String why = state == RunState.INTERRUPTED ? "The run was interrupted after " : "The run ended with ";
            banners.add(new Banner("INCOMPLETE", Text.of(why + done + "; " + RunInWords.missing(run) + ".")));
        }
    }

    private static boolean has(List<CellAnalysis> cells, CellState state) {
        return cells.stream().anyMatch(c -> c.state() == state);
    }
}
