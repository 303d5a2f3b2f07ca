// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of a report.
 *
 * @param header what stands above its columns
 * @param rows their cells as text
 */
record ReportTable(List<String> header, List<List<String>> rows) {

    ReportTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Some of its columns, in the order asked for. */
    ReportTable columns(String... names) {
        List<Integer> places = List.of(names).stream().map(this::place).toList();
        return new ReportTable(
                List.of(names),
                rows.stream().map(row -> places.stream().map(row::get).toList()).toList());
    }

    private int place(String name) {
        assertThat(header).contains(name);
        return header.indexOf(name);
    }

    /** That it has these rows and no other: the first cell to the letter, of the others each number at its place. */
    void tells(List<List<String>> expected) {
        assertThat(rows)
                .map(row -> row.get(0))
                .isEqualTo(expected.stream().map(row -> row.get(0)).toList());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(numbers(rows.get(i)))
                    .as("row %s of %s", rows.get(i), header)
                    .isEqualTo(numbers(expected.get(i)));
        }
    }

    private static List<List<String>> numbers(List<String> row) {
        List<List<String>> numbers = new ArrayList<>();
        for (String cell : row.subList(1, row.size())) {
            numbers.add(PrintedNumbers.of(cell));
        }
        return numbers;
    }
}
