// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Figure;
import dev.runmatrix.reports.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * Why cells differ: the work, or how much of it ran at the same time.
 *
 * @param lead how to read it, or that there is nothing to compare
 * @param sentences what the comparisons that matter most come to, one sentence each
 * @param figure the comparisons as a waterfall; absent where there is none
 * @param rows the same as a table
 * @param splits in which threads the difference of CPU work is; empty where threads were not seen
 * @param times what the compared cells did with their time, each once
 * @param notes how precise it is, and what is not told
 */
public record Why(
        Text lead,
        List<Text> sentences,
        Optional<Figure> figure,
        List<Row> rows,
        List<Split> splits,
        List<Time> times,
        List<Text> notes) {

    /**
     * One comparison. The factors multiply to the wall ratio.
     *
     * @param cell its name
     * @param against what it is compared with
     * @param reason why the two
     * @param work ratio of CPU work with its interval
     * @param inverse ratio of 1 ÷ cores used with its interval
     * @param wall ratio of wall times with its interval
     * @param reading what the intervals show, in words
     */
    public record Row(
            String cell, String against, String reason, Ranged work, Ranged inverse, Ranged wall, String reading) {}

    /**
     * A ratio.
     *
     * @param ratio of the shown forks
     * @param interval over all forks, in brackets; empty where there is none
     */
    public record Ranged(String ratio, String interval) {}

    /**
     * The difference of CPU work of one comparison: shares of the other's CPU time, with their signs.
     *
     * @param cell its name
     * @param against what it is compared with
     * @param total the work ratio − 1
     * @param work share in threads of the program's own
     * @param garbage share in collections of garbage
     * @param compiler share in compilation
     * @param rest share in everything else
     */
    public record Split(
            String cell, String against, String total, String work, String garbage, String compiler, String rest) {}

    /**
     * What one cell did with its time, percent without the sign, dashes where it was not seen.
     *
     * @param cell its name
     * @param label its configuration
     * @param cores mean cores used over all forks
     * @param workers how many workers there are
     * @param cpu their time on a processor
     * @param runQueue their time in want of one
     * @param waiting the rest of their time
     * @param pauses wall time in collections of garbage
     */
    public record Time(
            String cell,
            String label,
            String cores,
            String workers,
            String cpu,
            String runQueue,
            String waiting,
            String pauses) {}

    public Why {
        sentences = List.copyOf(sentences);
        rows = List.copyOf(rows);
        splits = List.copyOf(splits);
        times = List.copyOf(times);
        notes = List.copyOf(notes);
    }
}
