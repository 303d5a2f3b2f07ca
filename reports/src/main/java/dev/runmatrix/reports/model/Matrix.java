// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Drawing;
import dev.runmatrix.reports.words.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All cells.
 *
 * @param lead how to read the table
 * @param axes names of the axes in which cells differ, the input left out
 * @param constants axes that are the same in all cells, with their value; empty text where there are none
 * @param reference name of the reference cell; empty where there is none
 * @param memoryUnit unit of the memory columns
 * @param wallScale what the wall bars run over
 * @param granted processors that the machine grants
 * @param budget the memory budget; empty where there is none
 * @param groups one an input, the main one first
 * @param notes what to know about rows without a rank, and the units
 * @param memoryBars the memory column as a small chart for Markdown; absent where it would say nothing
 */
public record Matrix(
        Text lead,
        List<String> axes,
        Text constants,
        String reference,
        String memoryUnit,
        String wallScale,
        String granted,
        String budget,
        List<Group> groups,
        List<Text> notes,
        Optional<MermaidBars> memoryBars) {

    /**
     * Cells of one input.
     *
     * @param heading the input; empty where there is only one
     * @param rows by rising wall time, those without a rank last
     */
    public record Group(String heading, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The value of an axis in a row.
     *
     * @param text as shown; a dash where the axis has no effect
     * @param key what sorting compares; empty sorts last
     * @param number whether it is set like a number
     */
    public record Axis(String text, String key, boolean number) {}

    /**
     * One cell.
     *
     * @param cell its name
     * @param label its configuration in words
     * @param axes values of the axes, in the order of the columns
     * @param costs what it costs
     * @param keys what sorting compares
     * @param state what keeps it from a rank; empty where nothing does
     * @param detail behind the state: when and how often
     * @param ratio wall against the reference, {@code reference} for itself, or a dash
     * @param interval of the ratio, in brackets; empty where there is none
     * @param verdict what the comparison shows; empty where there is none
     * @param bars drawings of the row
     * @param clean {@code 5 of 6}
     * @param output what checking its output found
     * @param sparkline cores over time in block characters; empty without samples
     * @param notable whether a short table must keep the row: front, reference, recommended, or without a rank
     * @param recommended whether it is the recommendation
     */
    public record Row(
            String cell,
            String label,
            List<Axis> axes,
            Costs costs,
            Keys keys,
            Tag state,
            String detail,
            String ratio,
            String interval,
            String verdict,
            Bars bars,
            String clean,
            Tag output,
            String sparkline,
            boolean notable,
            boolean recommended) {

        public Row {
            axes = List.copyOf(axes);
        }

        public boolean isRanked() {
            return state.isEmpty();
        }

        /** Whether the verdict says more than the ratio and its interval do. */
        public boolean isUnclear() {
            return isRanked() && !verdict.isEmpty() && !verdict.equals("FASTER") && !verdict.equals("SLOWER");
        }
    }

    /**
     * What sorting compares; each a plain number, or empty where there is none, which sorts last.
     *
     * @param wall seconds of a comparable cell
     * @param ratio wall against the reference
     * @param cpu core-seconds
     * @param cores cores used
     * @param rss bytes
     * @param clean clean forks
     */
    public record Keys(String wall, String ratio, String cpu, String cores, String rss, String clean) {}

    /**
     * Drawings of a row.
     *
     * @param wall the wall time with its range; absent where there is none
     * @param forks every fork against the median; absent where there are none
     * @param cores cores used
     * @param rss peak memory; absent where none was seen
     */
    public record Bars(
            Optional<Drawing> wall, Optional<Drawing> forks, Optional<Drawing> cores, Optional<Drawing> rss) {}

    public Matrix {
        axes = List.copyOf(axes);
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
    }

    /** All rows of all groups. */
    public List<Row> rows() {
        return groups.stream().flatMap(g -> g.rows().stream()).toList();
    }

    /** The cells that have a row here, to which a mention of them can lead. */
    public CellNames names() {
        return new CellNames(rows().stream().map(Row::cell).collect(Collectors.toSet()));
    }
}
