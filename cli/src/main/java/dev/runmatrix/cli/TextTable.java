// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.words.Legible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What all commands lay out their tables with: columns in lines of 80. Where there is no room only columns that allow it
 * are shortened, the widest first; numbers are always whole.
 */
final class TextTable {

    /** Of a line, whatever the terminal's is. */
    static final int WIDTH = 80;

    private static final int LEAST = 8;
    private static final String GAP = "  ";
    private static final char NO_BREAK = '\u00a0';
    private static final String NUMBER = "\\(?\\d[\\d,]*\\)?|–|\\.\\.|[\\d,]+\\.\\d MB";

    private final List<Column> columns;
    private final List<Line> lines = new ArrayList<>();
    private int gap = GAP.length();
    private int indent;

    /**
     * A line of the table.
     *
     * @param cells a value for each column, or one text across all of them
     * @param style how all of it stands out; absent where each column has its own
     */
    private record Line(List<String> cells, boolean whole, Optional<Style> style) {
        Line {
            cells = cells.stream().map(Legible::line).map(TextTable::breakable).toList();
        }

        String cell(int column) {
            return cells.get(column);
        }
    }

    TextTable(Column... columns) {
        this(List.of(columns));
    }

    TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
        if (columns.stream().anyMatch(column -> !column.heading().isEmpty())) {
            heading(columns.stream().map(Column::heading).toList());
        }
    }

    /** Sets how many spaces there are between columns, and before the first. */
    TextTable spaced(int before, int between) {
        indent = before;
        gap = between;
        return this;
    }

    /** Adds a further line above the values. */
    TextTable heading(List<String> cells) {
        lines.add(new Line(cells, false, Optional.of(Style.HEADING)));
        return this;
    }

    TextTable row(String... cells) {
        return row(List.of(cells));
    }

    TextTable row(List<String> cells) {
        lines.add(new Line(cells, false, Optional.empty()));
        return this;
    }

    /** Adds a line across all columns, which is cut where it is full. */
    TextTable across(String text) {
        lines.add(new Line(List.of(text), true, Optional.empty()));
        return this;
    }

    /** Adds a remark on the row above, which is wrapped and begins each line with an indent. */
    TextTable remark(String indent, String text) {
        wrap(text, WIDTH - indent.length()).forEach(line -> across(indent + line));
        return this;
    }

    /** How many columns of a terminal it would take if there were room for all. */
    int width() {
        return total(natural());
    }

    List<String> lines() {
        return lines(Paint.NONE);
    }

    List<String> lines(Paint paint) {
        int[] widths = fitted();
        boolean[] right = new boolean[columns.size()];
        for (int column = 0; column < right.length; column++) {
            right[column] = isOnTheRight(column);
        }
        List<String> shown = new ArrayList<>();
        for (Line line : lines) {
            if (line.whole()) {
                shown.add(paint.sentence(DisplayWidth.cut(line.cell(0), WIDTH).stripTrailing()));
            } else {
                shown.addAll(laidOut(line, widths, right, paint));
            }
        }
        return shown;
    }

    private List<String> laidOut(Line line, int[] widths, boolean[] right, Paint paint) {
        List<List<String>> cells = IntStream.range(0, widths.length)
                .mapToObj(
                        column -> fitted(line.cell(column), columns.get(column).fit(), widths[column]))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        List<String> shown = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            StringBuilder whole = new StringBuilder();
            int pending = indent;
            for (int column = 0; column < widths.length; column++) {
                List<String> parts = cells.get(column);
                String part = row < parts.size() ? parts.get(row) : "";
                int padding = Math.max(0, widths[column] - DisplayWidth.of(part));
                int before = pending + (right[column] ? padding : 0);
                pending = gap + (right[column] ? 0 : padding);
                if (part.isEmpty()) {
                    pending += before;
                } else {
                    whole.append(" ".repeat(before)).append(painted(part, line, columns.get(column), paint));
                }
            }
            shown.add(whole.toString());
        }
        return shown;
    }

    private static String painted(String part, Line line, Column column, Paint paint) {
        if (line.style().isPresent()) {
            return paint.styled(line.style().get(), part);
        }
        return column.state() ? paint.state(part) : part;
    }

    private static List<String> fitted(String value, Column.Fit fit, int width) {
        return switch (fit) {
            case WHOLE -> List.of(value.stripTrailing());
            case CUT -> List.of(DisplayWidth.cut(value, width).stripTrailing());
            case WRAPPED -> wrap(value, width);
        };
    }

    private boolean isOnTheRight(int column) {
        return switch (columns.get(column).align()) {
            case LEFT -> false;
            case RIGHT -> true;
            case BY_CONTENT ->
                lines.stream()
                        .filter(line -> !line.whole() && line.style().isEmpty())
                        .allMatch(line -> line.cell(column).matches(NUMBER));
        };
    }

    private int[] natural() {
        int[] widths = columns.stream().mapToInt(Column::least).toArray();
        for (Line line : lines) {
            for (int column = 0; !line.whole() && column < widths.length; column++) {
                widths[column] = Math.max(widths[column], DisplayWidth.of(line.cell(column)));
            }
        }
        return widths;
    }

    private int[] fitted() {
        int[] widths = natural();
        int excess = total(widths) - WIDTH;
        for (int widest = widest(widths); excess > 0 && widest >= 0; widest = widest(widths)) {
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    /** The widest column that may be shortened; negative where none may. */
    private int widest(int[] widths) {
        int widest = -1;
        for (int column = 0; column < widths.length; column++) {
            boolean may = columns.get(column).fit() != Column.Fit.WHOLE && widths[column] > LEAST;
            if (may && (widest < 0 || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        return widest;
    }

    private int total(int[] widths) {
        return indent + IntStream.of(widths).sum() + gap * Math.max(0, widths.length - 1);
    }

    /** Breaks a text between words; what follows the first line is indented by two. */
    static List<String> wrap(String text, int width) {
        return wrap(text, width, GAP);
    }

    /** Breaks a text between words, and a word that is longer than a line; what follows the first line is indented. */
    static List<String> wrap(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        String rest = Legible.line(text);
        while (DisplayWidth.of(rest) > width) {
            int most = DisplayWidth.fitting(rest, width);
            int space = rest.lastIndexOf(' ', most);
            int end = space < 0 || rest.substring(0, space).isBlank() ? most : space;
            lines.add(breakable(rest.substring(0, end).stripTrailing()));
            rest = indent + rest.substring(end).stripLeading();
        }
        lines.add(breakable(rest.stripTrailing()));
        return lines;
    }

    /** With ordinary spaces for those that kept words together, which are hard to search for. */
    private static String breakable(String text) {
        return text.replace(NO_BREAK, ' ');
    }
}
