// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Drawing;
import dev.runmatrix.reports.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * The claims of the matrix, judged.
 *
 * @param lead what they come to
 * @param rows in the order of the matrix file
 */
public record Claims(Text lead, List<Row> rows) {

    /**
     * One claim.
     *
     * @param id {@code K1}
     * @param result what it comes to
     * @param statement its name
     * @param value what was measured, or a dash
     * @param interval of the value, in brackets; empty where there is none
     * @param limit what it must keep
     * @param bar value and limit; absent where nothing was measured
     * @param measured formula, evidence and reason
     * @param where the document that states it, and what it states beyond the limit; may be empty
     * @param basis how many cases hold; empty for a claim about one
     * @param gate whether the run fails with it
     */
    public record Row(
            String id,
            Tag result,
            String statement,
            String value,
            String interval,
            String limit,
            Optional<Drawing> bar,
            String measured,
            String where,
            String basis,
            boolean gate) {

        /** Whether a shortened page must still show it. */
        public boolean isFailed() {
            return result.isBad();
        }
    }

    public Claims {
        rows = List.copyOf(rows);
    }

    /** Those that do not hold. */
    public List<Row> failed() {
        return rows.stream().filter(Row::isFailed).toList();
    }
}
