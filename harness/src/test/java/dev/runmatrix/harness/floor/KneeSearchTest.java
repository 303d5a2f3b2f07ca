// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

class KneeSearchTest {

    private static final long PLENTY = 4096;

    @Test
    void theFirstSizeOfTheLadderThatIsFastEnoughIsTheKnee() {
        Knee knee = found(size -> size >= 96 ? 1 : 2, 0).orElseThrow();

        assertThat(knee.mebibytes()).isEqualTo(98);
        assertThat(knee.slower()).hasValue(78L);
        assertThat(knee.isSure()).isTrue();
    }

    @Test
    void whereTheFloorIsFastEnoughTheKneeIsTheFloor() {
        Knee knee = found(size -> 1, 0).orElseThrow();

        assertThat(knee.mebibytes()).isEqualTo(40);
        assertThat(knee.slower()).isEmpty();
    }

    @Test
    void whatIsNeverAsFastHasNone() {
        assertThat(found(size -> 1.3, 0)).isEmpty();
    }

    @Test
    void aRiseOfFivePercentIsAllowedAndOneOfSixIsNot() {
        assertThat(found(size -> 1.05, 0).orElseThrow().mebibytes()).isEqualTo(40);
        assertThat(found(size -> size < 60 ? 1.06 : 1, 0).orElseThrow().slower())
                .hasValue(50L);
    }

    @Test
    void noiseIsToldAsUncertainty() {
        int unsure = 0;
        for (int seed = 0; seed < 50; seed++) {
            Optional<Knee> knee = found(size -> 1, seed + 1);
            unsure += knee.filter(Knee::isSure).isPresent() ? 0 : 1;
        }
        assertThat(unsure).isGreaterThan(40);
    }

    @Test
    void aSizeOfWhichFewerThanTwoOfThreeAttemptsCompleteIsLeft() {
        KneeSearch search = new KneeSearch(List.of(40L, 50L), 2);
        WallsBySize walls = new WallsBySize();
        walls.addPlenty(1);
        walls.addPlenty(1);
        walls.addFailure(40);
        walls.add(40, 1);
        assertThat(search.next(walls)).contains(new KneeSearch.Move(Optional.of(40L)));
        walls.add(40, 1);
        assertThat(search.result(walls)).isPresent();

        walls.addFailure(40);
        walls.addPlenty(1);
        assertThat(search.next(walls)).contains(new KneeSearch.Move(Optional.of(50L)));
    }

    @Test
    void plentyIsMeasuredInTurnsWithTheSizes() {
        KneeSearch search = new KneeSearch(List.of(40L), 3);
        WallsBySize walls = new WallsBySize();
        StringBuilder order = new StringBuilder();
        for (Optional<KneeSearch.Move> move = search.next(walls); move.isPresent(); move = search.next(walls)) {
            boolean plenty = move.get().mebibytes().isEmpty();
            order.append(plenty ? 'p' : 's');
            if (plenty) {
                walls.addPlenty(1);
            } else {
                walls.add(40, 1);
            }
        }

        assertThat(order).hasToString("pspsps");
    }

    @Test
    void theLadderBeginsWithTheFloorAndStaysBelowPlenty() {
        assertThat(KneeSearch.ladder(40, 100)).containsExactly(40L, 50L, 62L, 78L, 98L);
        assertThat(KneeSearch.ladder(100, 100)).isEmpty();
        assertThat(KneeSearch.ladder(1, 5)).containsExactly(1L, 2L, 3L, 4L);
    }

    private static Optional<Knee> found(LongToDoubleFunction wall, long noiseSeed) {
        KneeSearch search = new KneeSearch(KneeSearch.ladder(40, PLENTY), 6);
        WallsBySize walls = new WallsBySize();
        Random random = new Random(noiseSeed);
        int made = 0;
        for (Optional<KneeSearch.Move> move = search.next(walls); move.isPresent(); move = search.next(walls)) {
            double noise = noiseSeed == 0 ? 1 : Math.exp(0.15 * random.nextGaussian());
            Optional<Long> size = move.get().mebibytes();
            if (size.isEmpty()) {
                walls.addPlenty(noise);
            } else {
                walls.add(size.get(), noise * wall.applyAsDouble(size.get()));
            }
            made++;
            assertThat(made).isLessThan(1000);
        }
        return search.result(walls);
    }
}
