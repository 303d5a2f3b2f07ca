// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.s3.FetchPlan.Piece;
import dev.runmatrix.aggregator.storage.ByteRange;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FetchPlanTest {

    private static final int BLOCK = 64 << 10;
    private static final FetchSizes SIZES = new FetchSizes(BLOCK, 3 * BLOCK, 100, 1 << 20, 1);

    @Test
    void shortRangesThatLieNearEachOtherAreOneRequest() {
        assertThat(plan(range(500, 600), range(10, 400), range(701, 800)))
                .containsExactly(new Piece(range(10, 600), 490, true), new Piece(range(701, 800), 99, true));
    }

    @Test
    void longRangesAreCut() {
        assertThat(plan(range(0, 2 * BLOCK + 5), range(2 * BLOCK + 5, 2 * BLOCK + 9)))
                .containsExactly(
                        new Piece(range(0, BLOCK), BLOCK, true),
                        new Piece(range(BLOCK, 2 * BLOCK), BLOCK, false),
                        new Piece(range(2 * BLOCK, 2 * BLOCK + 5), 5, false),
                        new Piece(range(2 * BLOCK + 5, 2 * BLOCK + 9), 4, true));
    }

    @Test
    void noRequestIsLongerThanItMayBe() {
        List<ByteRange> many = IntStream.range(0, 50)
                .mapToObj(i -> range(i * 20_000L, i * 20_000L + 19_950))
                .toList();
        List<Piece> plan = FetchPlan.of(many, SIZES);
        assertThat(plan).allMatch(piece -> piece.range().length() <= 3 * BLOCK && piece.first());
        assertThat(plan.stream().mapToLong(Piece::wanted).sum()).isEqualTo(50 * 19_950);
        assertThat(plan).hasSize(6);
    }

    @Test
    void rangesOfADamagedFileDoNoHarm() {
        assertThat(plan(range(0, 300), range(100, 200), range(50, 50), range(150, 70_000), range(10, 60_000)))
                .allMatch(piece -> piece.range().length() > 0)
                .extracting(Piece::range)
                .isSortedAccordingTo((a, b) -> Long.compare(a.start(), b.start()));
    }

    private static List<Piece> plan(ByteRange... ranges) {
        return FetchPlan.of(Stream.of(ranges).toList(), SIZES);
    }

    private static ByteRange range(long start, long end) {
        return new ByteRange(start, end);
    }
}
