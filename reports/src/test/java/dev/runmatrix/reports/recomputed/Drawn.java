// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jsoup.nodes.Element;

/**
 * A drawing with axes, read as a reader does: by the numbers beside its ticks.
 *
 * @param svg the drawing
 */
record Drawn(Element svg) {

    /** A coordinate is written with one decimal. */
    private static final double ROUNDED = 0.11;

    static Drawn of(Element svg) {
        return new Drawn(svg);
    }

    List<Element> marks() {
        return svg.select("g[data-cell]");
    }

    /** Numbers that stand beside its marks, in their order. */
    void titles(List<List<String>> expected) {
        assertThat(marks())
                .map(mark -> PrintedNumbers.of(
                        mark.select("text.c-lab[text-anchor=end]").text()))
                .containsExactlyElementsOf(expected);
    }

    /** From a value to where it lies, by the first and the last tick; the others must agree. */
    DoubleUnaryOperator across(DoubleUnaryOperator scale) {
        return read(svg.select("text.c-tick[text-anchor=middle]").not(".c-note"), "x", 0, scale);
    }

    DoubleUnaryOperator upwards(DoubleUnaryOperator scale, double below) {
        List<Element> ticks = svg.select("text.c-tick[text-anchor=end]").stream()
                .filter(tick -> tick.text().matches("[\\d.]+"))
                .toList();
        return read(ticks, "y", below, scale);
    }

    private static DoubleUnaryOperator read(List<Element> all, String axis, double below, DoubleUnaryOperator scale) {
        List<Element> ticks =
                all.stream().filter(tick -> tick.text().matches(".*\\d.*")).toList();
        Element first = ticks.get(0);
        Element last = ticks.get(ticks.size() - 1);
        double from = scale.applyAsDouble(value(first));
        double to = scale.applyAsDouble(value(last));
        double start = at(first, axis) - below;
        double end = at(last, axis) - below;
        DoubleUnaryOperator place = value -> start + (scale.applyAsDouble(value) - from) / (to - from) * (end - start);
        for (Element tick : ticks) {
            assertThat(at(tick, axis) - below).isCloseTo(place.applyAsDouble(value(tick)), within(ROUNDED));
        }
        return place;
    }

    private static double value(Element tick) {
        String text = PrintedNumbers.plain(tick.text());
        double number = Double.parseDouble(text.replaceAll("[^\\d.]", ""));
        return text.endsWith("M") ? number * 1e6 : number;
    }

    static double at(Element mark, String axis) {
        return Double.parseDouble(mark.attr(axis));
    }

    static void near(double actual, double expected, String what) {
        assertThat(actual).as(what).isCloseTo(expected, within(ROUNDED));
    }

    /** Each pair ends at the tick of its ratio, on a scale of logarithms. */
    void onLogScale(List<Double> ratios) {
        DoubleUnaryOperator place = across(Math::log);
        List<Element> marks = marks();
        assertThat(marks).hasSameSizeAs(ratios);
        for (int i = 0; i < ratios.size(); i++) {
            near(
                    at(marks.get(i).selectFirst("line.c-end"), "x1"),
                    place.applyAsDouble(ratios.get(i)),
                    marks.get(i).text());
        }
    }
}
