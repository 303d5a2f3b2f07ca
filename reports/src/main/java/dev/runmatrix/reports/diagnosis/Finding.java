// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * What was seen, why, and what to do now.
 *
 * @param rule the rule that holds
 * @param cells names of the cells that it is about, the main one first; empty for the whole run
 * @param confidence how well the cause is established
 * @param title the fact in one sentence without a full stop
 * @param seen what was measured
 * @param cause why, as far as the evidence goes; {@code No cause established.} is a legal one
 * @param fix what to change; {@code None measured in this run.} is a legal one
 * @param confirmedBy name of the cell that shows the other side; absent where there is none
 * @param evidence names of further cells or sources that it rests on, one sentence; empty for none
 * @param refutedBy what would show that it is wrong
 * @param measures every number of it, the most telling first
 * @param gain share of the wall time that the fix was measured to save, 0 to 1; absent where no cell shows it. By it
 *     findings are ordered
 * @param noisy whether it was measured on a machine that something else used, too
 */
public record Finding(
        RuleId rule,
        List<String> cells,
        Confidence confidence,
        String title,
        Text seen,
        Text cause,
        Text fix,
        Optional<String> confirmedBy,
        String evidence,
        String refutedBy,
        List<Measure> measures,
        Optional<Double> gain,
        boolean noisy) {

    public Finding {
        cells = List.copyOf(cells);
        measures = List.copyOf(measures);
    }

    /**
     * Whether it alleges something: that an output is wrong, that forks fail, that a cause makes cells slow or large, or that
     * something disturbed them. The others are remarks on the measurement, {@link RuleId#isCaveat()} or data quality that is
     * no noise; a healthy run has them, too, and none is ever told before an allegation.
     */
    public boolean isAllegation() {
        return !rule.isCaveat() && (confidence != Confidence.DATA_QUALITY || rule.isNoise());
    }

    /** The same, as far as a machine shows it that something else used, too: no gain is alleged, nothing is confirmed. */
    Finding onNoisyMachine() {
        return new Finding(
                rule,
                cells,
                confidence == Confidence.CONFIRMED ? Confidence.LIKELY : confidence,
                title,
                seen,
                cause,
                fix,
                Optional.empty(),
                evidence,
                refutedBy,
                measures,
                Optional.empty(),
                true);
    }

    /** The same with a further sentence of evidence. */
    Finding with(String sentence) {
        return new Finding(
                rule,
                cells,
                confidence,
                title,
                seen,
                cause,
                fix,
                confirmedBy,
                (evidence + " " + sentence).strip(),
                refutedBy,
                measures,
                gain,
                noisy);
    }
}
