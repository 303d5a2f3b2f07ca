// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.ForkLedger;
import dev.runmatrix.reports.analysis.ForkShare;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.TwinPair;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences on a whole run that stand in reports and on the terminal alike. */
public final class RunInWords {

    private RunInWords() {}

    /** {@code 84 planned = 80 clean + 3 contaminated + 1 not run (budget)}: planned forks as the sum of what became of them. */
    public static String account(RunAnalysis run) {
        ForkLedger ledger = run.ledger();
        String beyond = ledger.beyondPlan() > 0 ? " + " + Units.count(ledger.beyondPlan()) + " beyond the plan" : "";
        List<String> parts = shares(run);
        return Units.count(ledger.planned()) + " planned" + beyond + " = "
                + (parts.isEmpty() ? "0" : String.join(" + ", parts));
    }

    private static List<String> shares(RunAnalysis run) {
        return run.ledger().shares().entrySet().stream()
                .map(e -> Units.count(e.getValue()) + " " + Wording.share(e.getKey(), run.spec()))
                .toList();
    }

    /** {@code 4 skipped (3 failures in a row) and 5 not run (budget)}; empty where every planned fork was made. */
    static String missing(RunAnalysis run) {
        return Wording.list(run.ledger().shares().entrySet().stream()
                .filter(e -> e.getKey().outcome().isMissing())
                .map(e -> Units.count(e.getValue()) + " " + Wording.share(e.getKey(), run.spec()))
                .collect(Collectors.toList()));
    }

    static String share(ForkShare share, RunAnalysis run) {
        return Wording.share(share, run.spec());
    }

    /** What measuring one cell twice showed; empty where none was to be. */
    public static Optional<String> sameCellTwice(RunAnalysis run) {
        return run.twins().map(t -> t.smallestChange().map(c -> told(t, c)).orElseGet(() -> untold(t)));
    }

    private static String told(TwinPair twins, double smallest) {
        String text = twins.cell() + " measured twice: "
                + twins.ratio().map(r -> Units.ratio(r.estimate())).orElse("")
                + twins.ratio()
                        .flatMap(r -> r.interval())
                        .map(i -> " " + Units.brackets(Units.ratioInterval(i)))
                        .orElse("")
                + "; a change of " + twins.cell() + " below " + Units.percent(smallest)
                + " of its wall time could not have been seen.";
        return twins.isFalseAlarm()
                ? text + " The two differ although nothing differs between them: such differences are noise here."
                : text;
    }

    private static String untold(TwinPair twins) {
        if (twins.made() == 0) {
            return twins.cell()
                    + " was to be measured twice, but was not so far: how small a change this run could have "
                    + "shown is not known.";
        }
        return twins.cell() + " was measured twice, but " + Units.count(twins.forks()) + " and "
                + Units.count(twins.twinForks()) + " clean forks are too few to tell how small a change this run could "
                + "have shown: it takes " + TwinPair.FORKS_NEEDED + " of each.";
    }
}
