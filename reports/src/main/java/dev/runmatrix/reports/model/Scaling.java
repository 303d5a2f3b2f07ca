// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Figure;
import dev.runmatrix.reports.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * What more workers or more data would bring, and what earlier projections were worth.
 *
 * @param lead what it comes to
 * @param workers configurations measured with several numbers of workers
 * @param growth how costs grow with the input, a row for each configuration and quantity
 * @param capacity what larger inputs would take, and how large one may be, sentences
 * @param ledger projections that were made, closed or are open
 * @param checks measured cells beside what smaller ones would have said of them
 * @param notes what is left out, and how to read the tables
 */
public record Scaling(
        Text lead,
        List<Workers> workers,
        List<GrowthRow> growth,
        List<Text> capacity,
        List<LedgerRow> ledger,
        List<CheckRow> checks,
        List<Text> notes) {

    /**
     * One configuration by its number of workers.
     *
     * @param name the configuration
     * @param figure its chart; absent where charts enough are shown
     * @param caption what the curve says
     * @param rows a row for each number of workers
     */
    public record Workers(String name, Optional<Figure> figure, Text caption, List<WorkersRow> rows) {

        public Workers {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One number of workers.
     *
     * @param cell id of the cell
     * @param workers how many
     * @param wall median of the forks, seconds
     * @param forks fastest to slowest
     * @param n how many forks
     * @param efficiency share of perfect scaling from the fewest workers, with its interval; a dash for those and the unused
     * @param curve what the curve says, or a dash
     * @param note why it is not used; empty where it is
     */
    public record WorkersRow(
            String cell,
            String workers,
            String wall,
            String forks,
            String n,
            String efficiency,
            String curve,
            String note) {}

    /**
     * One quantity of one configuration.
     *
     * @param name the configuration
     * @param quantity what grows
     * @param cells the smallest and the largest input of one kind
     * @param rows from so many to so many
     * @param values from so much to so much, with the unit
     * @param elasticity with its interval
     * @param word how it grows
     */
    public record GrowthRow(
            String name, String quantity, String cells, String rows, String values, String elasticity, Tag word) {}

    /**
     * One projection of the ledger.
     *
     * @param id of the projection
     * @param what quantity and setting
     * @param model with the cells it rests on
     * @param value with its interval
     * @param made when, and by which run
     * @param measured what came of it, or a dash
     * @param share measured as a percentage of the projected value, or a dash
     * @param state inside, outside, open or void
     */
    public record LedgerRow(
            String id,
            String what,
            String model,
            String value,
            String made,
            String measured,
            String share,
            Tag state) {}

    /**
     * A check of a model.
     *
     * @param cell id of the measured cell
     * @param what quantity and setting
     * @param value what smaller ones would have said, with the interval
     * @param measured median of its forks
     * @param share measured as a percentage of that
     * @param state inside or outside
     */
    public record CheckRow(String cell, String what, String value, String measured, String share, Tag state) {}

    public Scaling {
        workers = List.copyOf(workers);
        growth = List.copyOf(growth);
        capacity = List.copyOf(capacity);
        ledger = List.copyOf(ledger);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
    }
}
