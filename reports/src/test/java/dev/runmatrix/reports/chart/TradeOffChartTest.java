// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TradeOffChartTest {
    @Test
    void labelsOfRandomCellsDoNotOverlap() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 30; round++) {
            Figure figure =
                    TradeOffChart.draw(input(randomPoints(random, 30), Optional.of(new BudgetLine(4, "budget 4 GB"))));
            assertApart(labels(figure.wide()));
            assertApart(labels(figure.narrow()));
        }
    }

    @Test
    void aBudgetFarAboveTheDataDoesNotFlattenIt() {
        TradeOffChart.Point small = Specimens.point("C01", Family.STREAMING, true, Outcome.CLEAN, 10, 0.3, true, "");
        String far = TradeOffChart.draw(input(List.of(small), Optional.of(new BudgetLine(4, "budget 4 GB"))))
                .wide()
                .markup();
        assertThat(far).contains("\u2191 budget 4 GB").doesNotContain("c-limit");
        String near = TradeOffChart.draw(input(List.of(small), Optional.of(new BudgetLine(0.5, "budget 0.5 GB"))))
                .wide()
                .markup();
        assertThat(near).contains(">budget 0.5 GB<", "c-limit", "c-over");
    }

    @Test
    void aTimedOutCellDoesNotStretchTheTimeAxis() {
        TradeOffChart.Point clean = Specimens.point("C01", Family.STREAMING, true, Outcome.CLEAN, 10, 1, true, "");
        TradeOffChart.Point late =
                Specimens.point("C02", Family.STREAMING, true, Outcome.TIMED_OUT, 9999, 1, false, "> 180 s");
        String drawn = TradeOffChart.draw(input(List.of(clean, late), Optional.empty()))
                .wide()
                .markup();
        assertThat(drawn)
                .contains(">10</text>", ">C02 &gt; 180 s</text>", "c-fail-f")
                .doesNotContain("0000");
    }

    @Test
    void theFrontStepsDownFromTheFastestToTheSmallest() {
        List<TradeOffChart.Point> points = List.of(
                Specimens.point("C02", Family.STREAMING, true, Outcome.CLEAN, 50, 1, true, ""),
                Specimens.point("C01", Family.IN_MEMORY, true, Outcome.CLEAN, 25, 4, true, ""),
                Specimens.point("C03", Family.STREAMING, true, Outcome.CLEAN, 60, 2, false, ""));
        String drawn =
                TradeOffChart.draw(input(points, Optional.empty())).wide().markup();
        assertThat(drawn).containsPattern("d=\"M[\\d.]+ [\\d.]+H[\\d.]+V[\\d.]+H[\\d.]+\" class=\"c-front\"");
    }

    private static TradeOffChart.Input input(List<TradeOffChart.Point> points, Optional<BudgetLine> budget) {
        return new TradeOffChart.Input("label", "wall time, s", "peak RSS, GB", points, budget);
    }

    private static List<TradeOffChart.Point> randomPoints(Random random, int count) {
        List<TradeOffChart.Point> points = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Outcome outcome = random.nextBoolean() ? Outcome.CLEAN : any(random, EnumSet.allOf(Outcome.class));
            String note = outcome == Outcome.CLEAN ? "" : "out of memory after 19 s";
            boolean onFront = outcome == Outcome.CLEAN && random.nextInt(4) == 0;
            points.add(Specimens.point(
                    "C" + index,
                    any(random, EnumSet.allOf(Family.class)),
                    random.nextBoolean(),
                    outcome,
                    random.nextDouble() * 90,
                    random.nextDouble() * 6,
                    onFront,
                    note));
        }
        return points;
    }

    private static <T> T any(Random random, Collection<T> values) {
        return List.copyOf(values).get(random.nextInt(values.size()));
    }

    /** The room of every label, from its text and its place. */
    private static List<Box> labels(Drawing drawing) throws Exception {
        NodeList texts = DrawingRulesTest.parsed(drawing).getElementsByTagName("text");
        List<Box> boxes = new ArrayList<>();
        for (int index = 0; index < texts.getLength(); index++) {
            Element text = (Element) texts.item(index);
            if (!text.getAttribute("class").equals("c-tick")
                    || text.getTextContent().startsWith("budget")) {
                boxes.add(box(text));
            }
        }
        return boxes;
    }

    private static Box box(Element text) {
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        double width = TextWidth.of(text.getTextContent(), 12);
        Anchor anchor = switch (text.getAttribute("text-anchor")) {
            case "end" -> Anchor.END;
            case "middle" -> Anchor.MIDDLE;
            default -> Anchor.START;
        };
        double left = anchor.left(x, width);
        return new Box(left, y - 9, left + width, y + 2);
    }

    private static void assertApart(List<Box> boxes) {
        assertThat(boxes).hasSizeGreaterThan(5);
        for (int one = 0; one < boxes.size(); one++) {
            assertThat(boxes.subList(one + 1, boxes.size())).noneMatch(boxes.get(one)::overlaps);
        }
    }
}
