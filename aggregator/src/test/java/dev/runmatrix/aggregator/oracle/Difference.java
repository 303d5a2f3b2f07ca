// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first place at which a summary is not what it should be, in words. */
final class Difference {
    private Difference() {}

    /** Compares row by row the columns that both sides have. */
    static Optional<String> between(List<SummaryRow> expected, WrittenSummary actual, Nearness nearness) {
        for (int row = 0; row < Math.min(expected.size(), actual.rows().size()); row++) {
            Map<String, Cell> cells = expected.get(row).cells();
            Map<String, WrittenSummary.Field> fields = actual.rows().get(row);
            for (String column : cells.keySet()) {
                Optional<WrittenSummary.Field> found = Optional.ofNullable(fields.get(column));
                Cell wanted = Optional.ofNullable(cells.get(column)).orElseThrow();
                if (found.isPresent() && !isSame(wanted, found.get(), nearness)) {
                    return Optional.of("row %d, column %s: %s, expected %s%nexpected row %s%nactual row   %s"
                            .formatted(row + 1, column, found.get(), wanted, cells, fields));
                }
            }
        }
        return expected.size() == actual.rows().size()
                ? Optional.empty()
                : Optional.of("%d rows, expected %d".formatted(actual.rows().size(), expected.size()));
    }

    private static boolean isSame(Cell wanted, WrittenSummary.Field found, Nearness nearness) {
        if (wanted instanceof Cell.Absent || found.isNull()) {
            return wanted instanceof Cell.Absent && found.isNull();
        }
        if (wanted instanceof Cell.Text text) {
            return found.isQuoted() && found.text().equals(text.text());
        }
        if (wanted instanceof Cell.Plain plain) {
            return found.text().equals(plain.written());
        }
        return nearness.accepts(((Cell.Measure) wanted).exact(), Double.parseDouble(found.text()));
    }
}
