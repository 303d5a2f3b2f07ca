// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimationTest {
    private final Random random = new Random(3);

    @Test
    void aShortCurveStaysAsItIs() {
        List<Decimation.Point> curve = curve(200);
        assertThat(Decimation.thinned(curve, 200)).isEqualTo(curve);
        assertThat(Decimation.thinned(List.of(), 200)).isEmpty();
    }

    @Test
    void aLongCurveKeepsItsEndsItsExtremesAndItsOrder() {
        for (int round = 0; round < 200; round++) {
            List<Decimation.Point> curve = curve(201 + random.nextInt(5000));
            List<Decimation.Point> thinned = Decimation.thinned(curve, 200);
            assertThat(thinned)
                    .hasSizeLessThanOrEqualTo(200)
                    .isSortedAccordingTo(Comparator.comparingDouble(Decimation.Point::x));
            assertThat(thinned.get(0)).isEqualTo(curve.get(0));
            assertThat(thinned.get(thinned.size() - 1)).isEqualTo(curve.get(curve.size() - 1));
            assertThat(thinned).contains(firstHighest(curve));
            assertThat(lowest(thinned)).isEqualTo(lowest(curve));
        }
    }

    @Test
    void ofManyEqualPeaksTheFirstIsKept() {
        List<Decimation.Point> curve = new ArrayList<>();
        for (int index = 0; index < 1000; index++) {
            curve.add(new Decimation.Point(index, index >= 333 ? 5 : 1));
        }
        assertThat(Decimation.thinned(curve, 200)).contains(new Decimation.Point(333, 5));
    }

    private List<Decimation.Point> curve(int size) {
        List<Decimation.Point> curve = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            curve.add(new Decimation.Point(index, random.nextInt(50)));
        }
        return curve;
    }

    private static Decimation.Point firstHighest(List<Decimation.Point> curve) {
        Decimation.Point highest = curve.get(0);
        for (Decimation.Point point : curve) {
            highest = point.y() > highest.y() ? point : highest;
        }
        return highest;
    }

    private static double lowest(List<Decimation.Point> curve) {
        return curve.stream().mapToDouble(Decimation.Point::y).min().orElseThrow();
    }
}
