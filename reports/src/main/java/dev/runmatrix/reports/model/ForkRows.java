// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import java.util.List;

/**
 * Every attempt that counts or was to count, one row each.
 *
 * @param rows in plan order; of a very large run those that are not clean
 * @param omitted what was left out; empty where nothing was
 */
public record ForkRows(List<Row> rows, String omitted) {

    /**
     * One attempt.
     *
     * @param fork cell and number, and whether it is of the twin
     * @param cell name of the cell
     * @param outcome what became of it
     * @param wall seconds, or a dash
     * @param foreign cores of other processes, or a dash
     * @param stolen percent of capacity, or a dash
     * @param runQueue percent of the wall time of the requested workers, or a dash
     * @param throttled mean processors held back, or a dash
     * @param pressure percent of the wall time for processor, memory and I/O, dashes where not known
     * @param faults major and minor page faults, dashes where not known
     * @param switches forced context switches, or a dash
     * @param cache where its input came from, or a dash
     * @param log its kept output, relative to the run; empty where there is none
     * @param linked whether the log can be reached from the report by that path
     */
    public record Row(
            String fork,
            String cell,
            Tag outcome,
            String wall,
            String foreign,
            String stolen,
            String runQueue,
            String throttled,
            String pressure,
            String faults,
            String switches,
            String cache,
            String log,
            boolean linked) {}

    public ForkRows {
        rows = List.copyOf(rows);
    }
}
