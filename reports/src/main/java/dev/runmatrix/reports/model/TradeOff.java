// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Figure;
import dev.runmatrix.reports.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * What memory buys.
 *
 * @param lead who is on the front
 * @param memoryUnit unit of the memory columns
 * @param scatter wall against memory; absent where no cell has numbers
 * @param caption what the scatter shows
 * @param rows the same as a table
 * @param growth memory against rows; absent where no configuration was measured on two inputs
 */
public record TradeOff(
        Text lead,
        String memoryUnit,
        Optional<Figure> scatter,
        Text caption,
        List<Row> rows,
        Optional<GrowthView> growth) {

    /**
     * One cell.
     *
     * @param cell its name
     * @param label its configuration
     * @param costs what it costs
     * @param front whether it is on the front, in a word
     */
    public record Row(String cell, String label, Costs costs, String front) {}

    /**
     * Memory against rows.
     *
     * @param figure the chart
     * @param caption what it shows
     * @param columns the configurations
     * @param rows one an input size
     */
    public record GrowthView(Figure figure, Text caption, List<String> columns, List<GrowthRow> rows) {
        public GrowthView {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One size of input.
     *
     * @param size number of rows
     * @param values one a configuration
     */
    public record GrowthRow(String size, List<GrowthValue> values) {
        public GrowthRow {
            values = List.copyOf(values);
        }
    }

    /**
     * Memory of one configuration at one size.
     *
     * @param text size in the report's unit, a state, or a dash where it was not measured
     * @param bar the same in block characters; empty without a number
     */
    public record GrowthValue(String text, String bar) {}

    public TradeOff {
        rows = List.copyOf(rows);
    }
}
