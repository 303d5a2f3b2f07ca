// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.summary;

import dev.runmatrix.reports.words.Text;
import java.util.List;

/**
 * What a run came to where something was to be judged: by a gate, against a stored run, or one build against another.
 *
 * @param alarm whether somebody should look at it
 * @param verdict one sentence, all that many a reader reads
 * @param tables what does not pass or has changed, the gravest first
 * @param notes what to know before believing it, sentences
 */
public record Conclusion(boolean alarm, Text verdict, List<SummaryTable> tables, List<Text> notes) {

    public Conclusion {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** The word for programs: {@code alarm} or {@code quiet}. */
    public String state() {
        return alarm ? "alarm" : "quiet";
    }
}
