// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Figure;
import java.util.List;

/**
 * Whether the run is complete and clean.
 *
 * @param squares one square a planned fork
 * @param sum planned forks as the sum of their outcomes, {@code 78 planned = 62 clean + …}
 * @param counts the outcomes that occur
 * @param statements one a topic
 */
public record Status(Figure squares, String sum, List<Count> counts, List<KeyValue> statements) {

    /**
     * Forks of one outcome.
     *
     * @param outcome its word
     * @param cssClass how its square looks
     * @param number how many
     */
    public record Count(String outcome, String cssClass, String number) {}

    public Status {
        counts = List.copyOf(counts);
        statements = List.copyOf(statements);
    }
}
