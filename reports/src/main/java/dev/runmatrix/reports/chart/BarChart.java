// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.List;
import java.util.Optional;

/** A few horizontal bars from 0 with their names and values: before and after, or options side by side. */
public final class BarChart {
    private static final double FONT_SIZE = 13;
    private static final double LABEL_SHARE = 0.36;

    private final Input input;
    private final Svg svg = new Svg();

    private BarChart(Input input) {
        this.input = input;
    }

    /**
     * One bar.
     *
     * @param cell id of the cell
     * @param tip the same numbers in words
     * @param label name at the left
     * @param family colour of the bar
     * @param value in the unit of all bars; absent draws the text alone
     * @param text value with its unit, or why there is none
     * @param range least and greatest fork
     * @param emphasised whether name and value are bold
     */
    public record Bar(
            String cell,
            String tip,
            String label,
            Family family,
            Optional<Double> value,
            String text,
            Optional<Range> range,
            boolean emphasised) {
        public Bar {
            value.ifPresent(given -> Amounts.checked("value of " + cell, given));
        }

        private double reach() {
            return Math.max(value.orElse(0.0), range.map(Range::high).orElse(0.0));
        }

        private String textClass() {
            return emphasised ? "c-lab c-b" : "c-lab";
        }
    }

    /**
     * All bars.
     *
     * @param label what the drawing says, for those who cannot see it
     * @param bars from top to bottom
     */
    public record Input(String label, List<Bar> bars) {
        public Input {
            bars = List.copyOf(bars);
        }

        private double reach() {
            double reach = bars.stream().mapToDouble(Bar::reach).max().orElse(0);
            return reach == 0 ? 1 : reach;
        }

        private double widestText() {
            return bars.stream()
                    .mapToDouble(bar -> TextWidth.ofBold(bar.text(), FONT_SIZE))
                    .max()
                    .orElse(0);
        }

        private double widestLabel() {
            return bars.stream()
                    .mapToDouble(bar -> TextWidth.ofBold(bar.label(), FONT_SIZE))
                    .max()
                    .orElse(0);
        }
    }

    public static Figure draw(Input input) {
        return new Figure(new BarChart(input).wide(700), new BarChart(input).narrow(352));
    }

    private Drawing wide(double width) {
        double labelRoom = Math.min(input.widestLabel() + 12, width * LABEL_SHARE);
        double end = Math.max(labelRoom + width * 0.2, width - input.widestText() - 10);
        LinearScale x = new LinearScale(input.reach(), labelRoom, end);
        double y = 13;
        for (Bar bar : input.bars()) {
            row(bar, x, y, y, labelRoom - 12, end + 10, Anchor.START);
            y += 26;
        }
        return svg.drawing(width, y - 13, input.label(), "chart c-bars");
    }

    private Drawing narrow(double width) {
        LinearScale x = new LinearScale(input.reach(), 1, width - 1);
        double y = 10;
        for (Bar bar : input.bars()) {
            double room = width - TextWidth.ofBold(bar.text(), FONT_SIZE) - 12;
            row(bar, x, y, y + 17, room, width, Anchor.END);
            y += bar.value().isPresent() ? 44 : 26;
        }
        return svg.drawing(width, y - 10, input.label(), "chart c-bars");
    }

    private void row(Bar bar, LinearScale x, double textY, double barY, double labelRoom, double textX, Anchor end) {
        svg.mark(bar.cell(), bar.tip(), drawn -> {
            String name = TextWidth.clipped(bar.label(), FONT_SIZE * 1.08, labelRoom);
            drawn.text(0, textY + 4.5, Anchor.START, name, bar.textClass());
            drawn.text(textX, textY + 4.5, end, bar.text(), bar.textClass());
            bar.value().ifPresent(value -> bar(drawn, bar, x, value, barY));
        });
    }

    private static void bar(Svg drawn, Bar bar, LinearScale x, double value, double y) {
        double right = Math.max(x.at(value), x.from() + 1);
        drawn.rect(
                new Box(x.from(), y - 6, right, y + 6), "c-bar " + bar.family().cssClass());
        bar.range().ifPresent(range -> Symbols.whisker(drawn, x.at(range.low()), x.at(range.high()), y, 4));
    }
}
