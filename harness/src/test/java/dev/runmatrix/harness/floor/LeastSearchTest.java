// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class LeastSearchTest {

    private static final LeastSearch SEARCH = new LeastSearch(4, 4096, 64);

    @Test
    void theLeastSizeIsFoundToTheStepOfTheGridFromAnyStart() {
        for (long start : List.of(4L, 16L, 48L, 300L, 4096L)) {
            Least least = found(new LeastSearch(4, 4096, start), size -> size >= 48);

            assertThat(least.mebibytes()).hasValue(48L);
            assertThat(least.failing()).hasValue(47L);
            assertThat(least.settled()).isTrue();
            assertThat(least.islands()).isEmpty();
        }
    }

    @Test
    void everyFloorIsBracketedByNeighboursOfTheGrid() {
        for (long floor = 5; floor <= 4096; floor += 13) {
            long from = floor;
            Least least = found(SEARCH, size -> size >= from);

            long size = least.mebibytes().orElseThrow();
            assertThat(size).isGreaterThanOrEqualTo(floor);
            assertThat(least.failing().orElseThrow()).isLessThan(floor);
            assertThat(size - least.failing().orElseThrow()).isLessThanOrEqualTo(LeastSearch.step(size));
        }
    }

    @Test
    void whatNeverFailsHasTheLowestSizeForItsFloor() {
        Least least = found(SEARCH, size -> true);

        assertThat(least.mebibytes()).hasValue(4L);
        assertThat(least.failing()).isEmpty();
        assertThat(least.settled()).isTrue();
    }

    @Test
    void whatAlwaysFailsHasNone() {
        Least least = found(SEARCH, size -> false);

        assertThat(least.mebibytes()).isEmpty();
        assertThat(least.failing()).hasValue(4096L);
        assertThat(least.settled()).isFalse();
    }

    @Test
    void aSizeThatCompletesBelowOneThatFailsIsAnIslandAndNotTheFloor() {
        // 32 is found first: its neighbours above fail.
        Least least = found(SEARCH, size -> size == 32 || size >= 40);

        assertThat(least.mebibytes()).hasValue(40L);
        assertThat(least.failing()).hasValue(39L);
        assertThat(least.islands()).containsExactly(32L);
    }

    @Test
    void twoOfThreeDecide() {
        List<Try> tries = new ArrayList<>();
        tries.add(new Try(64, false));
        assertThat(SEARCH.next(tries)).hasValue(64L);
        tries.add(new Try(64, true));
        assertThat(SEARCH.next(tries)).hasValue(64L);
        tries.add(new Try(64, true));
        assertThat(SEARCH.next(tries)).hasValue(32L);
    }

    @Test
    void twoSuccessesNeedNoThirdAttempt() {
        assertThat(SEARCH.next(List.of(new Try(64, true), new Try(64, true)))).hasValue(32L);
        assertThat(SEARCH.next(List.of(new Try(64, false), new Try(64, false)))).hasValue(128L);
    }

    @Test
    void chanceEverywhereEndsAfterManyAttemptsAndIsNotCalledSettled() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Try> tries = tried(SEARCH, size -> random.nextBoolean());

            long sizes = tries.stream().map(Try::mebibytes).distinct().count();
            assertThat(sizes).isLessThanOrEqualTo(33);
            assertThat(SEARCH.result(tries).settled())
                    .isEqualTo(sizes < 33 && SEARCH.result(tries).mebibytes().isPresent());
        }
    }

    @Test
    void nearTheFloorChanceMovesTheAnswerByLittle() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Least least = found(SEARCH, size -> size >= 56 || (size >= 44 && random.nextDouble() < (size - 44) / 12.0));

            assertThat(least.mebibytes().orElseThrow()).isBetween(45L, 60L);
        }
    }

    private static Least found(LeastSearch search, LongPredicate completes) {
        return search.result(tried(search, completes));
    }

    private static List<Try> tried(LeastSearch search, LongPredicate completes) {
        List<Try> tries = new ArrayList<>();
        Optional<Long> next = search.next(tries);
        while (next.isPresent()) {
            tries.add(new Try(next.get(), completes.test(next.get())));
            assertThat(tries.size()).isLessThan(1000);
            next = search.next(tries);
        }
        return tries;
    }
}
