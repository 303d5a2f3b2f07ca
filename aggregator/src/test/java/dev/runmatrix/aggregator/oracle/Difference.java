// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first place at which a summary is not what it should be, in words. */
final class Difference {
    private Difference() {}

    /** Compares the columns that {@code actual} has; measures may be {@code ulps} units in the last place off. */
    static Optional<String> between(List<SummaryRow> expected, SummaryCsv actual, int ulps) {
        for (int row = 0; row < Math.min(expected.size(), actual.rows().size()); row++) {
            Map<String, SummaryCsv.Field> fields = actual.rows().get(row);
            Map<String, Cell> cells = expected.get(row).cells();
            for (String column : actual.columns()) {
                Cell wanted = Optional.ofNullable(cells.get(column)).orElseThrow(() -> new AssertionError(column));
                SummaryCsv.Field found = Optional.ofNullable(fields.get(column)).orElseThrow();
                if (!isSame(wanted, found, ulps)) {
                    return Optional.of("row %d, column %s: %s, expected %s%nexpected row %s%nactual row %s"
                            .formatted(row + 1, column, found, wanted, cells, fields));
                }
            }
        }
        return expected.size() == actual.rows().size()
                ? Optional.empty()
                : Optional.of("%d rows, expected %d".formatted(actual.rows().size(), expected.size()));
    }

    private static boolean isSame(Cell wanted, SummaryCsv.Field found, int ulps) {
        if (wanted instanceof Cell.Absent || found.isNull()) {
            return wanted instanceof Cell.Absent && found.isNull();
        }
        if (wanted instanceof Cell.Text text) {
            return found.isQuoted() && found.text().equals(text.text());
        }
        if (wanted instanceof Cell.Plain plain) {
            return found.text().equals(plain.written());
        }
        return isNear(((Cell.Measure) wanted).exact(), Double.parseDouble(found.text()), ulps);
    }

    private static boolean isNear(double exact, double number, int ulps) {
        return exact == number || Math.abs(exact - number) <= ulps * Math.ulp(exact);
    }
}
