// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.words.Legible;
import java.util.ArrayList;
import java.util.List;

/** Lines of aligned columns. A column of numbers is aligned right, any other left; its first row is the heading. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    void row(List<String> cells) {
        rows.add(cells.stream().map(Legible::line).toList());
    }

    int width() {
        return lines().stream().mapToInt(String::length).max().orElse(0);
    }

    List<String> lines() {
        List<StringBuilder> lines =
                rows.stream().map(row -> new StringBuilder()).toList();
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        for (int column = 0; column < columns; column++) {
            List<String> values = column(column);
            int width = values.stream().mapToInt(String::length).max().orElse(0);
            boolean right =
                    values.stream().skip(1).allMatch(v -> v.matches("\\(?\\d[\\d,]*\\)?|–|\\.\\.|[\\d,]+\\.\\d MB"));
            for (int row = 0; row < lines.size(); row++) {
                String padding = " ".repeat(width - values.get(row).length());
                lines.get(row)
                        .append(column == 0 ? "" : GAP)
                        .append(right ? padding + values.get(row) : values.get(row) + padding);
            }
        }
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    private List<String> column(int index) {
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /** Breaks a text between words; what follows the first line is indented by two. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = Legible.line(text);
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            if (space <= GAP.length()) {
                break;
            }
            lines.add(rest.substring(0, space));
            rest = GAP + rest.substring(space + 1).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
