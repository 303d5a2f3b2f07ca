// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

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
}
