// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MannWhitneyTest {

    @Test
    void theSmallestTailIsOneArrangementOfAll() {
        assertThat(MannWhitney.of(4, 4).atMost(0)).isCloseTo(1.0 / 70, within(1e-15));
        assertThat(MannWhitney.of(5, 5).atMost(0)).isCloseTo(1.0 / 252, within(1e-15));
        assertThat(MannWhitney.of(6, 6).atMost(0)).isCloseTo(1.0 / 924, within(1e-15));
    }

    @Test
    void theLawIsThatOfCountingAllArrangements() {
        for (int n = 1; n <= 5; n++) {
            for (int m = 1; m <= 5; m++) {
                MannWhitney law = MannWhitney.of(n, m);
                long[] count = new long[n * m + 1];
                countArrangements(n, m, 0, 0, count);
                long all = 0;
                for (long c : count) {
                    all += c;
                }
                long sum = 0;
                for (int u = 0; u <= n * m; u++) {
                    sum += count[u];
                    assertThat(law.atMost(u)).isCloseTo((double) sum / all, within(1e-12));
                }
            }
        }
    }

    /** Draws the pooled order one value at a time; a value of the first sample passes the second ones before it. */
    private static void countArrangements(int first, int second, int seenSecond, int u, long[] count) {
        if (first == 0 && second == 0) {
            count[u]++;
            return;
        }
        if (first > 0) {
            countArrangements(first - 1, second, seenSecond, u + seenSecond, count);
        }
        if (second > 0) {
            countArrangements(first, second - 1, seenSecond + 1, u, count);
        }
    }

    @Test
    void theDepthsAreThoseOfThePublishedTables() {
        int[][] table = {
            {4, 1, 2},
            {5, 3, 5},
            {6, 6, 8},
            {7, 9, 12},
            {8, 14, 16},
            {10, 24, 28},
            {12, 38, 43},
            {15, 65, 73},
            {20, 128, 139}
        };
        for (int[] row : table) {
            MannWhitney law = MannWhitney.of(row[0], row[0]);
            assertThat(law.depth(0.025)).as("95 %% at %d", row[0]).isEqualTo(row[1]);
            assertThat(law.depth(0.05)).as("90 %% at %d", row[0]).isEqualTo(row[2]);
        }
        assertThat(MannWhitney.of(3, 3).depth(0.025)).isZero();
    }

    @Test
    void theLawIsSymmetricAndSumsToOneForLargeSamples() {
        MannWhitney law = MannWhitney.of(60, 50);

        assertThat(law.atMost(3000)).isCloseTo(1, within(1e-12));
        assertThat(law.atMost(1499)).isCloseTo(1 - law.atMost(1500), within(1e-12));
    }
}
