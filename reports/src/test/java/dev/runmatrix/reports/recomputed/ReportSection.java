// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * A section of a report.
 *
 * @param texts what stands outside of tables and drawings, a paragraph each
 * @param tables in their order
 */
record ReportSection(List<String> texts, List<ReportTable> tables) {

    ReportSection {
        texts = List.copyOf(texts);
        tables = List.copyOf(tables);
    }

    /** One paragraph's numbers in their order. */
    static List<String> line(Object... numbers) {
        List<String> line = new ArrayList<>();
        for (Object number : numbers) {
            for (Object one : number instanceof Object[] several ? several : new Object[] {number}) {
                line.addAll(PrintedNumbers.of(one.toString()));
            }
        }
        return line;
    }

    /** The numbers of each paragraph that has some. */
    List<List<String>> numbers() {
        return texts.stream()
                .map(PrintedNumbers::of)
                .filter(found -> !found.isEmpty())
                .toList();
    }

    /** That its paragraphs tell these numbers, in this order, and none besides. */
    void tells(List<List<String>> lines) {
        assertThat(numbers())
                .containsExactlyElementsOf(
                        lines.stream().filter(line -> !line.isEmpty()).toList());
    }

    ReportTable table(String header) {
        return tables.stream()
                .filter(table -> table.header().contains(header))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table with the column " + header));
    }
}
