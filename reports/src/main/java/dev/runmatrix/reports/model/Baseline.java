// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Drawing;
import dev.runmatrix.reports.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * The run beside an earlier one, beside another build, and before its gate.
 *
 * @param lead what came of it, or that nothing was compared
 * @param notes what to know before believing the numbers
 * @param tables two builds in one sitting first, then a stored run
 * @param gate the rules; absent where there is no gate
 */
public record Baseline(Text lead, List<Text> notes, List<Table> tables, Optional<Rules> gate) {

    public Baseline {
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
    }

    /**
     * One comparison.
     *
     * @param heading what is compared
     * @param lead how to read it
     * @param scale what the drawn ratios run over
     * @param before heading of the column of earlier times
     * @param after heading of the column of later times
     * @param changed rows that a reader should see
     * @param others rows without a change
     */
    public record Table(
            String heading, Text lead, String scale, String before, String after, List<Row> changed, List<Row> others) {

        public Table {
            changed = List.copyOf(changed);
            others = List.copyOf(others);
        }
    }

    /**
     * One cell.
     *
     * @param cell its name
     * @param label its setting
     * @param verdict the word, with the metrics that it is about
     * @param wall ratio of wall times, or a dash
     * @param interval of that ratio, in brackets; empty where there is none
     * @param drawing the same as a mark; absent where there is none
     * @param cpu ratio of CPU seconds, or a dash
     * @param cores ratio of cores used, or a dash
     * @param rss ratio of peak RSS, or a dash
     * @param before median wall of the one, seconds, or a dash
     * @param after median wall of the other, seconds, or a dash
     * @param note why there is no verdict, or how small a change could have been seen; may be empty
     */
    public record Row(
            String cell,
            String label,
            Tag verdict,
            String wall,
            String interval,
            Optional<Drawing> drawing,
            String cpu,
            String cores,
            String rss,
            String before,
            String after,
            String note) {}

    /**
     * The rules of the gate.
     *
     * @param lead how many of them are kept
     * @param rows those that need a reader
     * @param notices what else to know
     */
    public record Rules(Text lead, List<RuleRow> rows, List<String> notices) {

        public Rules {
            rows = List.copyOf(rows);
            notices = List.copyOf(notices);
        }
    }

    /**
     * One rule in one cell.
     *
     * @param cell name of the cell
     * @param rule the rule in words
     * @param outcome what came of it
     * @param sentence value, limit and reason
     */
    public record RuleRow(String cell, String rule, Tag outcome, String sentence) {}
}
