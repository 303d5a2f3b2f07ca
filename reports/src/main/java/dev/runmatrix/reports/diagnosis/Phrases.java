// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.analysis.OutputState;
import dev.runmatrix.reports.analysis.OutputSummary;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Parts of sentences that several rules say. */
final class Phrases {

    /** What is next where a run does not hold the remedy. */
    private static final String NONE = "None measured in this run.";

    private Phrases() {}

    static String seconds(double seconds) {
        return Units.secondsWithUnit(seconds);
    }

    /** {@code 36.8 s (−62 % of 96.4 s)}. */
    static String against(Measured cell, Measured base) {
        double change = cell.wallSeconds() / base.wallSeconds() - 1;
        return seconds(cell.wallSeconds()) + " (" + signed(change) + " of " + seconds(base.wallSeconds()) + ")";
    }

    private static String signed(double change) {
        String percent = Units.percent(change);
        return change > 0 ? "+" + percent : percent;
    }

    /** {@code wall ×0.382 = CPU work ×1.07 ÷ cores used ×2.80}: this ÷ the other. */
    static String decomposition(Contrast contrast) {
        return "wall " + Units.ratio(contrast.wall()) + " = CPU work " + Units.ratio(contrast.cpu())
                + " \u00f7 cores used " + Units.ratio(contrast.cores());
    }

    /** {@code ×1.01 [0.99–1.03]}: over all forks. */
    static String overAll(Contrast contrast) {
        String interval = contrast.overAll()
                .interval()
                .map(range -> " " + Units.brackets(Units.ratioInterval(range)))
                .orElse("");
        return Units.ratio(contrast.overAll().estimate()) + interval;
    }

    static Text none() {
        return Text.of(NONE);
    }

    /** Where nothing was measured that helps, the command that shows more. */
    static Text profile(Measured cell) {
        return Text.of(NONE + " ").code("./run-matrix profile " + cell.name()).plain(" shows what its threads do.");
    }

    static String names(List<Measured> cells) {
        return Wording.names(cells.stream().map(Measured::name).toList());
    }

    /** The ratio over all forks and the ends of its interval. */
    static List<Measure> overAllMeasures(Contrast contrast) {
        String cell = contrast.cell().name();
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.of(
                "wall ratio over all forks, " + cell + " \u00f7 "
                        + contrast.base().name(),
                cell,
                contrast.overAll().estimate(),
                Measure.Unit.RATIO));
        contrast.overAll().interval().ifPresent(range -> {
            measures.add(Measure.of("lower end of its 95 % interval", cell, range.low(), Measure.Unit.RATIO));
            measures.add(Measure.of("upper end of its 95 % interval", cell, range.high(), Measure.Unit.RATIO));
        });
        return measures;
    }

    /** The three exact ratios of two cells. */
    static List<Measure> ratios(Contrast contrast) {
        String pair =
                ", " + contrast.cell().name() + " \u00f7 " + contrast.base().name();
        String cell = contrast.cell().name();
        return List.of(
                Measure.of("wall ratio" + pair, cell, contrast.wall(), Measure.Unit.RATIO),
                Measure.of("CPU work ratio" + pair, cell, contrast.cpu(), Measure.Unit.RATIO),
                Measure.of("cores used ratio" + pair, cell, contrast.cores(), Measure.Unit.RATIO));
    }

    /** {@code , same output}, where both were found to write the same. */
    static String outputs(Measured one, Measured other) {
        return isSame(one) && isSame(other) ? ", same output" : "";
    }

    private static boolean isSame(Measured cell) {
        OutputSummary outputs = cell.facts().cell().outputs();
        return outputs.finished() > 0 && outputs.count(OutputState.SAME) == outputs.finished();
    }
}
