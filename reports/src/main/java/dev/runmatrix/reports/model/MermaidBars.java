// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A bar chart small enough for the Markdown of a forge.
 *
 * @param title at most 70 characters
 * @param names names of the cells, letters and digits alone
 * @param axis title of the vertical axis
 * @param end end of the vertical axis, which begins at 0
 * @param bars one value a name
 * @param line a limit, once a name; empty without one
 */
public record MermaidBars(
        String title, List<String> names, String axis, String end, List<String> bars, List<String> line) {

    public MermaidBars {
        names = List.copyOf(names);
        bars = List.copyOf(bars);
        line = List.copyOf(line);
    }

    /** The chart in Mermaid's language, one line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "%%{init: {\"themeVariables\": {\"xyChart\": {\"plotColorPalette\": \"#4a8fd6, #c4622d\"}}}}%%",
                "xychart-beta",
                "  title \"" + title + "\"",
                "  x-axis [" + String.join(", ", names) + "]",
                "  y-axis \"" + axis + "\" 0 --> " + end,
                "  bar [" + String.join(", ", bars) + "]"));
        if (!line.isEmpty()) {
            lines.add("  line [" + String.join(", ", line) + "]");
        }
        return lines;
    }
}
