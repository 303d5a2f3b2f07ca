// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

import dev.runmatrix.harness.statistics.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Searches upwards for the least size with which the wall time is at most 5 % above that with the size that is plenty. The
 * two take turns, so that what the machine does meanwhile it does to both.
 *
 * @param sizes the sizes that are tried, ascending
 * @param forks attempts of a size before it is accepted, at least 1; one that is surely slower is left after three
 */
public record KneeSearch(List<Long> sizes, int forks) {

    /** The greatest ratio of walls that counts as as fast. */
    public static final double ALLOWED = 1.05;

    private static final int LOOK = 3;
    private static final double CONFIDENCE = 0.95;
    private static final int PLENTY_LIMIT = 3;

    public KneeSearch {
        sizes = List.copyOf(sizes);
        if (forks < 1) {
            throw new IllegalArgumentException(forks + " forks are none");
        }
    }

    /** Sizes from a floor up to what is plenty, each a quarter more than the one before. */
    public static List<Long> ladder(long floor, long plenty) {
        List<Long> ladder = new ArrayList<>();
        for (long size = floor; size < plenty; size = Math.max(size + 1, LeastSearch.snappedUp(size + size / 4))) {
            ladder.add(size);
        }
        return ladder;
    }

    /** What to try next: a size, or plenty; empty when the answer is known. */
    public Optional<Move> next(WallsBySize walls) {
        for (long size : sizes) {
            Judgement judgement = judge(size, walls);
            if (judgement == Judgement.ACCEPTED) {
                return Optional.empty();
            }
            if (judgement == Judgement.OPEN) {
                boolean plentyFirst = walls.plenty().length <= walls.count(size)
                        || (walls.plenty().length <= walls.all() && walls.plenty().length < PLENTY_LIMIT * forks);
                return Optional.of(plentyFirst ? Move.PLENTY : new Move(Optional.of(size)));
            }
        }
        return Optional.empty();
    }

    /** What the attempts say; empty before some size is accepted, and where none is. */
    public Optional<Knee> result(WallsBySize walls) {
        Optional<Long> slower = Optional.empty();
        for (long size : sizes) {
            Judgement judgement = judge(size, walls);
            if (judgement == Judgement.ACCEPTED) {
                return Optional.of(new Knee(size, walls.ratio(size, CONFIDENCE), slower));
            }
            if (judgement == Judgement.OPEN) {
                return Optional.empty();
            }
            slower = Optional.of(size);
        }
        return Optional.empty();
    }

    private Judgement judge(long size, WallsBySize walls) {
        int made = walls.count(size);
        Completions completions = new Completions(made, walls.failed(size));
        if (completions.fails()) {
            return Judgement.REJECTED;
        }
        boolean doubtful = completions.failed() > 0 && completions.isOpen();
        if (made == 0 || doubtful || walls.plenty().length == 0) {
            return Judgement.OPEN;
        }
        Ratio ratio = walls.ratio(size, CONFIDENCE);
        if (made >= LOOK
                && ratio.interval().filter(between -> between.low() > ALLOWED).isPresent()) {
            return Judgement.REJECTED;
        }
        if (made < forks || walls.plenty().length < forks) {
            return Judgement.OPEN;
        }
        return ratio.estimate() <= ALLOWED ? Judgement.ACCEPTED : Judgement.REJECTED;
    }

    private enum Judgement {
        OPEN,
        REJECTED,
        ACCEPTED
    }

    /**
     * What to try.
     *
     * @param mebibytes a size; absent for plenty
     */
    public record Move(Optional<Long> mebibytes) {

        static final Move PLENTY = new Move(Optional.empty());
    }
}
