// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.analysis.Comparison;
import dev.runmatrix.reports.diagnosis.AxisSeries.Point;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** P4: the next step of workers that there are cores for takes as long, or longer. */
final class WorkersWithoutBenefit implements Rule {

    private static final double MUCH_COMPILING = 0.2;

    /** A ratio this near to 1 tells of no change. */
    private static final double CHANGE = 0.1;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<Finding> findings = new ArrayList<>();
        for (AxisSeries series : AxisSeries.ofWorkers(run)) {
            List<Point> within = series.points().stream()
                    .filter(point -> point.value() <= Math.ceil(run.grantedCores()))
                    .toList();
            for (int i = 1; i < within.size(); i++) {
                step(within.get(i - 1).cell(), within.get(i).cell()).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> step(Measured fewer, Measured more) {
        if (!fewer.isUndisturbed() || !more.isUndisturbed() || isStartUp(more)) {
            return Optional.empty();
        }
        Contrast contrast = Contrast.of(more, fewer);
        return contrast.isSame() || contrast.isSlower() ? Optional.of(finding(contrast)) : Optional.empty();
    }

    /** Workers cannot share the compilation of machine code. */
    private static boolean isStartUp(Measured cell) {
        return cell.holds(fork -> fork.compilerShare().orElse(0.0) >= MUCH_COMPILING);
    }

    private static Finding finding(Contrast contrast) {
        Measured more = contrast.cell();
        Measured fewer = contrast.base();
        Contrast back = Contrast.of(fewer, more);
        String result = contrast.isSlower() ? "take longer than " : "take as long as ";
        FindingDraft draft = new FindingDraft(
                        RuleId.P4,
                        List.of(more),
                        Units.count(workers(more)) + " workers in " + more.name() + " " + result
                                + Units.count(workers(fewer)) + " in " + fewer.name())
                .seen(Text.of("Wall ")
                        .strong(Phrases.overAll(contrast))
                        .plain(" over all forks (within \u00b1" + Units.percent(Comparison.THRESHOLD)
                                + " of 1, or above), " + Phrases.seconds(more.wallSeconds()) + " against "
                                + Phrases.seconds(fewer.wallSeconds())
                                + contrast.rss()
                                        .map(rss -> "; peak RSS " + Units.ratio(rss))
                                        .orElse("") + "."))
                .cause(contrast.isConclusive() ? Confidence.CONFIRMED : Confidence.LIKELY, cause(contrast))
                .fix(Text.empty()
                        .code(CellLabels.MAX_WORKERS + ": " + workers(fewer))
                        .plain(": " + Phrases.against(fewer, more) + " in " + fewer.name() + "."))
                .evidence(more.name() + " and " + fewer.name() + " differ in their workers alone: "
                        + Phrases.decomposition(contrast) + Phrases.outputs(more, fewer) + ".")
                .refutedBy("a ratio of the two whose interval ends below " + Units.ratio(1 / (1 + Comparison.THRESHOLD))
                        + ".")
                .gain(back.gain())
                .measures(Phrases.overAllMeasures(contrast))
                .measures(Phrases.ratios(contrast));
        return draft.confirmedBy(contrast.isConclusive() ? Optional.of(fewer) : Optional.empty())
                .finding();
    }

    /** What the exact split says, and no more. */
    private static Text cause(Contrast contrast) {
        String cpu = Units.ratio(contrast.cpu());
        String cores = Units.ratio(contrast.cores());
        if (contrast.cores() < 1 + CHANGE) {
            return Text.of("The further workers did not keep further cores busy: cores used " + cores + ", CPU work "
                    + cpu + ".");
        }
        return Text.of("The further workers kept more cores busy (" + cores + ")"
                + (contrast.cpu() > 1 ? " with more work (CPU work " : " in the forks shown (CPU work ") + cpu + ").");
    }

    private static int workers(Measured cell) {
        return Setting.workers(cell.facts()).orElse(1);
    }
}
