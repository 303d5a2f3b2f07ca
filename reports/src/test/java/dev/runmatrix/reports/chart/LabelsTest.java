// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final Box AREA = new Box(0, 0, 500, 300);

    @Test
    void aLabelStandsRightOfALonelyMark() {
        Labels labels = new Labels(AREA);
        assertThat(labels.beside(new Labels.Mark(100, 100, 5), 12, List.of("C05")))
                .hasValueSatisfying(label -> assertThat(label.x()).isEqualTo(108));
    }

    @Test
    void aLabelLeavesALineAloneWhenItCan() {
        Labels labels = new Labels(AREA);
        labels.avoidLine(0, 100, 500, 100);
        assertThat(labels.beside(new Labels.Mark(100, 100, 5), 12, List.of("C05")))
                .hasValueSatisfying(label -> assertThat(
                                label.box().bottom() < 100 || label.box().top() > 100)
                        .isTrue());
    }

    @Test
    void theShortTextIsTakenWhereTheLongOneDoesNotFit() {
        Labels labels = new Labels(new Box(0, 0, 80, 60));
        assertThat(labels.beside(new Labels.Mark(20, 30, 5), 12, List.of("C04 out of memory after 19 s", "C04")))
                .hasValueSatisfying(label -> assertThat(label.text()).isEqualTo("C04"));
    }

    @Test
    void whereNothingFitsThereIsNoLabel() {
        Labels labels = new Labels(AREA);
        labels.keepFree(AREA);
        assertThat(labels.beside(new Labels.Mark(100, 100, 5), 12, List.of("C05")))
                .isEmpty();
    }

    @Test
    void labelsNeverCoverEachOtherOrAMarkOrTheEdge() {
        Random random = new Random(7);
        for (int round = 0; round < 100; round++) {
            Labels labels = new Labels(AREA);
            List<Labels.Mark> marks = new ArrayList<>();
            for (int index = 0; index < 40; index++) {
                marks.add(new Labels.Mark(random.nextDouble() * 500, random.nextDouble() * 300, 5));
            }
            marks.forEach(mark -> labels.keepFree(Box.around(mark.x(), mark.y(), mark.radius())));
            List<Box> boxes = new ArrayList<>();
            for (Labels.Mark mark : marks) {
                labels.beside(mark, 12, List.of("C" + random.nextInt(100) + " a longer note", "C1"))
                        .ifPresent(label -> boxes.add(label.box()));
            }
            assertThat(boxes).hasSizeGreaterThan(10).allMatch(AREA::contains);
            assertApart(boxes, marks);
        }
    }

    private static void assertApart(List<Box> boxes, List<Labels.Mark> marks) {
        for (int one = 0; one < boxes.size(); one++) {
            Box box = boxes.get(one);
            assertThat(boxes.subList(one + 1, boxes.size())).noneMatch(box::overlaps);
            assertThat(marks).noneMatch(mark -> box.overlaps(Box.around(mark.x(), mark.y(), mark.radius())));
        }
    }
}
