// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Figure;
import dev.runmatrix.reports.words.Text;
import java.util.List;

/**
 * Cores and memory over time.
 *
 * @param lead how to read the panels
 * @param shown panels that everybody sees
 * @param folded further panels, where there are many
 */
public record TimelineSection(Text lead, List<Panel> shown, List<Panel> folded) {

    /**
     * One fork.
     *
     * @param cell name of its cell
     * @param label configuration of the cell
     * @param outcome wall time or what became of it
     * @param cores cores used; empty where there are no numbers
     * @param figure the panel
     */
    public record Panel(String cell, String label, String outcome, String cores, Figure figure) {}

    public TimelineSection {
        shown = List.copyOf(shown);
        folded = List.copyOf(folded);
    }
}
