// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Drawing;
import dev.runmatrix.reports.chart.Figure;
import dev.runmatrix.reports.words.Text;
import java.util.List;

/**
 * Whether the run is complete and clean.
 *
 * @param squares one square a planned fork
 * @param sum planned forks as the sum of their outcomes, {@code 78 planned = 62 clean + …}
 * @param counts the outcomes that occur
 * @param statements one a topic
 */
public record Status(Figure squares, String sum, List<Count> counts, List<Statement> statements) {

    /**
     * Forks of one outcome.
     *
     * @param outcome its word
     * @param symbol its square
     * @param number how many
     */
    public record Count(String outcome, Drawing symbol, String number) {}

    /**
     * What is to know of one topic.
     *
     * @param key a word or two
     * @param section id of the section that says more; empty where there is none
     * @param value what is known
     */
    public record Statement(String key, String section, Text value) {}

    public Status {
        counts = List.copyOf(counts);
        statements = List.copyOf(statements);
    }
}
