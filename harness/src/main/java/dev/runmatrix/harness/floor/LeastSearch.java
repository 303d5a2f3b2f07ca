// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Searches the least size with which two of three attempts complete: doubles or halves from a first guess until it lies
 * between two sizes, then bisects to the step of the grid. What runs out of memory here and there does not do so
 * monotonically, so sizes just above are tried, too, and one that fails there moves the search up.
 *
 * @param lowest the least size that is tried, at least 1
 * @param highest the greatest one
 * @param start the first one, between the two
 */
public record LeastSearch(long lowest, long highest, long start) {

    private static final int SIZES_ABOVE = 2;
    /** A subject that fails at random at every size would be searched for ever. */
    private static final int MOST_SIZES = 32;

    private static final int PARTS = 32;
    private static final long WIDEST_STEP = 8;

    public LeastSearch {
        if (lowest < 1 || start < lowest || highest < start) {
            throw new IllegalArgumentException(lowest + " to " + start + " to " + highest + " is no order");
        }
    }

    /** The distance of two neighbours at a size: 1, 2, 4 or 8 MiB. */
    public static long step(long mebibytes) {
        return Math.max(1, Math.min(WIDEST_STEP, Long.highestOneBit(Math.max(1, mebibytes / PARTS))));
    }

    /** The least size of the grid that is not below another. */
    public static long snappedUp(long mebibytes) {
        long step = step(mebibytes);
        return (mebibytes + step - 1) / step * step;
    }

    /** What to try next; empty when the answer is known. */
    public Optional<Long> next(List<Try> tries) {
        Tally tally = Tally.of(tries);
        if (tally.isLong()) {
            return Optional.empty();
        }
        Optional<Long> open = tally.open();
        if (open.isPresent()) {
            return open;
        }
        if (tries.isEmpty()) {
            return Optional.of(start);
        }
        Optional<Long> greatestFailing = tally.greatestFailing();
        Optional<Long> leastAbove = tally.leastCompletingAbove(greatestFailing.orElse(0L));
        if (greatestFailing.isEmpty()) {
            return leastAbove.filter(size -> size > lowest).map(size -> Math.max(lowest, snappedUp(size / 2)));
        }
        long below = greatestFailing.get();
        if (leastAbove.isEmpty()) {
            return below < highest ? Optional.of(Math.min(highest, snappedUp(2 * below))) : Optional.empty();
        }
        long above = leastAbove.get();
        return above - below > step(above) ? Optional.of(between(below, above)) : unconfirmed(above, tally);
    }

    /** What the attempts say. */
    public Least result(List<Try> tries) {
        Tally tally = Tally.of(tries);
        Optional<Long> failing = tally.greatestFailing();
        Optional<Long> least = tally.leastCompletingAbove(failing.orElse(0L));
        List<Long> islands =
                List.copyOf(failing.isEmpty() ? List.of() : tally.completing().headSet(failing.get()));
        boolean settled = next(tries).isEmpty() && !tally.isLong() && least.isPresent();
        return new Least(least, failing, settled, islands);
    }

    private static long between(long below, long above) {
        long middle = below + (above - below) / 2;
        long snapped = middle / step(middle) * step(middle);
        return snapped > below && snapped < above ? snapped : middle;
    }

    private Optional<Long> unconfirmed(long least, Tally tally) {
        for (int i = 1; i <= SIZES_ABOVE; i++) {
            long size = least + i * step(least);
            if (size <= highest && tally.isUntried(size)) {
                return Optional.of(size);
            }
        }
        return Optional.empty();
    }

    /**
     * Attempts counted by size.
     *
     * @param counts those of each size
     */
    private record Tally(NavigableMap<Long, Completions> counts) {

        static Tally of(Collection<Try> tries) {
            NavigableMap<Long, Completions> counts = new TreeMap<>();
            for (Try each : tries) {
                Completions one = each.completed() ? new Completions(1, 0) : new Completions(0, 1);
                counts.merge(each.mebibytes(), one, Completions::and);
            }
            return new Tally(counts);
        }

        boolean isLong() {
            return counts.size() > MOST_SIZES;
        }

        Optional<Long> open() {
            return counts.entrySet().stream()
                    .filter(size -> size.getValue().isOpen())
                    .map(size -> size.getKey())
                    .findFirst();
        }

        boolean isUntried(long size) {
            return !counts.containsKey(size);
        }

        NavigableSet<Long> completing() {
            NavigableSet<Long> sizes = new TreeSet<>();
            counts.forEach((size, made) -> {
                if (made.does()) {
                    sizes.add(size);
                }
            });
            return sizes;
        }

        Optional<Long> greatestFailing() {
            return counts.descendingMap().entrySet().stream()
                    .filter(size -> size.getValue().fails())
                    .map(size -> size.getKey())
                    .findFirst();
        }

        Optional<Long> leastCompletingAbove(long size) {
            return Optional.ofNullable(completing().higher(size));
        }
    }
}
