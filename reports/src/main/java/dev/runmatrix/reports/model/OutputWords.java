// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.OutputState;
import dev.runmatrix.reports.analysis.OutputSummary;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;

/** What checking outputs found, in words. */
public final class OutputWords {

    private OutputWords() {}

    /** The finding on a cell in a word or two; empty where no attempt of it finished. */
    public static String of(CellAnalysis cell) {
        OutputSummary outputs = cell.outputs();
        int unchecked = outputs.count(OutputState.NOT_CHECKED);
        if (outputs.finished() == 0) {
            return "";
        }
        if (outputs.wrong() > 0) {
            return "wrong";
        }
        if (unchecked > 0) {
            return unchecked == outputs.finished()
                    ? "not checked"
                    : Units.count(outputs.finished() - unchecked) + " of " + Units.count(outputs.finished())
                            + " checked";
        }
        return agreed(outputs);
    }

    private static String agreed(OutputSummary outputs) {
        if (outputs.count(OutputState.VERIFIED) > 0) {
            return "verified";
        }
        return outputs.count(OutputState.TOLERATED) > 0 ? "within 1e\u22129" : "same";
    }

    static Tag tag(CellAnalysis cell) {
        String word = of(cell);
        boolean unchecked = cell.outputs().count(OutputState.NOT_CHECKED) > 0;
        Tag.Tone tone = word.equals("wrong") ? Tag.Tone.BAD : unchecked ? Tag.Tone.QUIET : Tag.Tone.GOOD;
        return word.isEmpty() ? Tag.none() : new Tag(word, tone);
    }

    /** Whether all outputs of a cell are the same as the others', to the bit. */
    static boolean isSame(CellAnalysis cell) {
        return cell.outputs().finished() > 0
                && cell.outputs().count(OutputState.SAME) == cell.outputs().finished();
    }

    /** For a run in which no output was found wrong: an output that nobody checked may be wrong all the same. */
    public static String noneWrong(RunAnalysis run) {
        return run.outputs().count(OutputState.NOT_CHECKED) > 0
                ? "no output is known to be wrong, though not all were checked"
                : "no output is wrong";
    }

    /** A sentence on the whole run. */
    static String sentence(RunAnalysis run) {
        OutputSummary outputs = run.outputs();
        if (outputs.finished() == 0) {
            return "no attempt finished.";
        }
        List<String> parts = new ArrayList<>();
        String finished = Units.counted(outputs.finished(), "finished attempt", "finished attempts");
        if (outputs.agreeing() > 0) {
            String tolerated = outputs.count(OutputState.TOLERATED) > 0
                    ? ", " + Units.count(outputs.count(OutputState.TOLERATED)) + " of them within 1e\u22129"
                    : "";
            parts.add(Units.count(outputs.agreeing()) + " of " + finished
                    + " gave the same output as the others on the same input" + tolerated);
        } else {
            parts.add(finished);
        }
        if (outputs.manifestChecked() > 0) {
            parts.add(
                    Units.count(outputs.manifestChecked()) + " were also checked against the manifest of the dataset");
        }
        if (outputs.count(OutputState.VERIFIED) > 0) {
            parts.add(Units.count(outputs.count(OutputState.VERIFIED))
                    + " were found right by the program that the matrix names for it");
        }
        if (outputs.count(OutputState.NOT_CHECKED) > 0) {
            parts.add(Units.count(outputs.count(OutputState.NOT_CHECKED)) + " were not checked");
        }
        if (outputs.wrong() > 0) {
            parts.add(Units.count(outputs.wrong()) + " are wrong");
        }
        return String.join("; ", parts) + ".";
    }
}
