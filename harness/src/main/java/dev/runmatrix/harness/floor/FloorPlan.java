// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

import dev.runmatrix.harness.result.FloorAnswer;
import dev.runmatrix.harness.result.FloorAnswer.WallRatio;
import dev.runmatrix.harness.result.FloorAttempt;
import dev.runmatrix.harness.result.FloorPurpose;
import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.harness.statistics.Ratio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The whole search, going by its attempts alone: first with the shipped flags, then down to the least heap, up to the knee,
 * and last the least limit of the process.
 *
 * @param flags the shipped flags; absent for another program, whose heap is its own business
 * @param noLimit why the process cannot be limited; absent where it can
 * @param forks attempts on which the knee rests
 */
public record FloorPlan(Optional<HeapFlags> flags, Optional<String> noLimit, int forks) {

    /** An attempt that takes more times as long as with the shipped flags has not completed. */
    public static final int SLOWEST = 3;

    /** The first one fills the page cache, and is not compared. */
    private static final int SHIPPED = 4;

    private static final int MOST_ATTEMPTS = 400;
    private static final long LEAST_HEAP = 4;
    private static final long LEAST_LIMIT = 8;
    private static final long MOST_LIMIT_TIMES = 4;
    private static final long MEBI = 1L << 20;
    private static final int USUAL_TRIES = 18;
    private static final int USUAL_SIZES = 3;

    /** What to try next; empty when there is nothing left to find out. */
    public Optional<Wanted> next(List<FloorAttempt> attempts) {
        List<FloorAttempt> shipped = of(attempts, FloorPurpose.SHIPPED);
        if (failsAsShipped(attempts) || attempts.size() >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        if (shipped.size() < SHIPPED) {
            return Optional.of(Wanted.SHIPPED);
        }
        return nextHeap(attempts).or(() -> nextKnee(attempts)).or(() -> nextLimit(attempts));
    }

    /** Whether it does not even complete with the shipped flags, so that there is nothing to search for. */
    public static boolean failsAsShipped(List<FloorAttempt> attempts) {
        return Completions.of(of(attempts, FloorPurpose.SHIPPED)).fails();
    }

    /** About how many attempts are left. */
    public int remaining(List<FloorAttempt> attempts) {
        boolean jvm = flags.isPresent();
        return left(
                        attempts,
                        FloorPurpose.SHIPPED,
                        SHIPPED,
                        of(attempts, FloorPurpose.SHIPPED).size() >= SHIPPED)
                + (jvm
                        ? left(
                                attempts,
                                FloorPurpose.FLOOR,
                                USUAL_TRIES,
                                nextHeap(attempts).isEmpty())
                        : 0)
                + (jvm
                        ? left(
                                attempts,
                                FloorPurpose.KNEE,
                                USUAL_SIZES * forks,
                                knee(attempts).isPresent())
                        : 0)
                + (noLimit.isEmpty() ? left(attempts, FloorPurpose.LIMIT, USUAL_TRIES, false) : 0);
    }

    private static int left(List<FloorAttempt> attempts, FloorPurpose purpose, int usual, boolean done) {
        return done ? 0 : Math.max(2, usual - of(attempts, purpose).size());
    }

    /** The longest wall with which an attempt counts as completed; absent before the shipped flags were tried. */
    public Optional<Long> slowestNanos(List<FloorAttempt> attempts) {
        return times(attempts, FloorAttempt::wallNanos);
    }

    /** The most processor time with which one that others disturbed still does. */
    public Optional<Long> mostCpuNanos(List<FloorAttempt> attempts) {
        return times(attempts, FloorAttempt::cpuNanos);
    }

    private static Optional<Long> times(List<FloorAttempt> attempts, Function<FloorAttempt, Optional<Long>> measure) {
        double[] nanos = of(attempts, FloorPurpose.SHIPPED).stream()
                .filter(FloorAttempt::hasCompleted)
                .flatMap(a -> measure.apply(a).stream())
                .mapToDouble(Long::doubleValue)
                .toArray();
        return nanos.length < SHIPPED - 1 ? Optional.empty() : Optional.of((long) (SLOWEST * Median.of(nanos)));
    }

    /** What was found. */
    public FloorAnswer answer(List<FloorAttempt> attempts) {
        Optional<Least> heap = heapSearch(attempts).map(search -> search.result(heapTries(attempts)));
        Optional<Knee> knee = knee(attempts);
        Optional<Least> limit = limitSearch(attempts).map(search -> search.result(limitTries(attempts)));
        boolean heapTried = !of(attempts, FloorPurpose.FLOOR).isEmpty();
        boolean limitTried = !of(attempts, FloorPurpose.LIMIT).isEmpty();
        return new FloorAnswer(
                shippedHeap(attempts),
                heap.filter(h -> heapTried).flatMap(Least::mebibytes),
                heap.flatMap(Least::failing),
                heap.map(Least::islands).orElse(List.of()),
                heap.filter(Least::settled).isPresent(),
                knee.map(Knee::mebibytes),
                knee.flatMap(Knee::slower),
                knee.map(k -> ratio(k.ratio())),
                knee.filter(Knee::isSure).isPresent(),
                advised(attempts),
                limit.filter(l -> limitTried).flatMap(Least::mebibytes),
                limit.flatMap(Least::failing),
                limit.filter(l -> limitTried).filter(Least::settled).isPresent(),
                noLimit);
    }

    private static WallRatio ratio(Ratio ratio) {
        return new WallRatio(
                ratio.estimate(),
                ratio.interval().map(Interval::low),
                ratio.interval().map(Interval::high));
    }

    private Optional<Wanted> nextHeap(List<FloorAttempt> attempts) {
        return heapSearch(attempts)
                .flatMap(search -> search.next(heapTries(attempts)))
                .map(size -> new Wanted(FloorPurpose.FLOOR, Optional.of(size), Optional.empty()));
    }

    private Optional<LeastSearch> heapSearch(List<FloorAttempt> attempts) {
        return shippedHeap(attempts).filter(shipped -> shipped >= LEAST_HEAP).map(shipped -> {
            long used = attempts.stream()
                    .flatMap(a -> a.fork().region().stream())
                    .mapToLong(RegionUsage::peakHeapBytes)
                    .max()
                    .orElse(shipped * MEBI);
            long start = LeastSearch.snappedUp(Math.max(LEAST_HEAP, used / MEBI / 2));
            return new LeastSearch(LEAST_HEAP, shipped, Math.min(shipped, start));
        });
    }

    /** An attempt for the knee tells of the floor, too, but asks for no further one by itself. */
    private static List<Try> heapTries(List<FloorAttempt> attempts) {
        Map<Optional<Long>, List<FloorAttempt>> bySize = attempts.stream()
                .filter(a -> a.purpose() == FloorPurpose.FLOOR || a.purpose() == FloorPurpose.KNEE)
                .collect(Collectors.groupingBy(FloorAttempt::heapMebibytes, LinkedHashMap::new, Collectors.toList()));
        return bySize.values().stream()
                .filter(made -> !of(made, FloorPurpose.FLOOR).isEmpty()
                        || !Completions.of(made).isOpen())
                .flatMap(List::stream)
                .map(a -> new Try(a.heapMebibytes().orElseThrow(), a.hasCompleted()))
                .toList();
    }

    private Optional<Wanted> nextKnee(List<FloorAttempt> attempts) {
        return kneeSearch(attempts)
                .flatMap(search -> search.next(walls(attempts)))
                .map(move -> move.mebibytes().isEmpty()
                        ? Wanted.SHIPPED
                        : new Wanted(FloorPurpose.KNEE, move.mebibytes(), Optional.empty()));
    }

    private Optional<Knee> knee(List<FloorAttempt> attempts) {
        return kneeSearch(attempts).flatMap(search -> search.result(walls(attempts)));
    }

    /** Absent while the least heap is not known. */
    private Optional<KneeSearch> kneeSearch(List<FloorAttempt> attempts) {
        return heapSearch(attempts)
                .map(search -> search.result(heapTries(attempts)))
                .filter(Least::settled)
                .flatMap(Least::mebibytes)
                .map(floor -> new KneeSearch(
                        KneeSearch.ladder(floor, shippedHeap(attempts).orElseThrow()), forks));
    }

    private static WallsBySize walls(List<FloorAttempt> attempts) {
        WallsBySize walls = new WallsBySize();
        of(attempts, FloorPurpose.SHIPPED).stream()
                .skip(1)
                .filter(FloorAttempt::hasCompleted)
                .flatMap(a -> a.wallNanos().stream())
                .forEach(walls::addPlenty);
        for (FloorAttempt attempt : of(attempts, FloorPurpose.KNEE)) {
            long size = attempt.heapMebibytes().orElseThrow();
            if (attempt.hasCompleted() && attempt.wallNanos().isPresent()) {
                walls.add(size, attempt.wallNanos().get());
            } else {
                walls.addFailure(size);
            }
        }
        return walls;
    }

    private Optional<Long> advised(List<FloorAttempt> attempts) {
        return knee(attempts)
                .map(knee -> LeastSearch.snappedUp(knee.mebibytes() + (knee.mebibytes() + 3) / 4))
                .map(size -> Math.min(size, shippedHeap(attempts).orElse(size)));
    }

    private Optional<Wanted> nextLimit(List<FloorAttempt> attempts) {
        if (noLimit.isPresent()) {
            return Optional.empty();
        }
        return limitSearch(attempts)
                .flatMap(search -> search.next(limitTries(attempts)))
                .map(size -> new Wanted(FloorPurpose.LIMIT, advised(attempts), Optional.of(size)));
    }

    private Optional<LeastSearch> limitSearch(List<FloorAttempt> attempts) {
        boolean fromKnee = advised(attempts).isPresent();
        return attempts.stream()
                .filter(a -> a.purpose() == (fromKnee ? FloorPurpose.KNEE : FloorPurpose.SHIPPED))
                .flatMap(a -> a.peakRssBytes().stream())
                .max(Long::compare)
                .map(rss -> Math.max(LEAST_LIMIT, LeastSearch.snappedUp(rss / MEBI)))
                .map(start -> new LeastSearch(LEAST_LIMIT, MOST_LIMIT_TIMES * start, start));
    }

    private static List<Try> limitTries(List<FloorAttempt> attempts) {
        return of(attempts, FloorPurpose.LIMIT).stream()
                .map(a -> new Try(a.limitMebibytes().orElseThrow(), a.hasCompleted()))
                .toList();
    }

    /** What the flags say, or else what the JVM chose. */
    private Optional<Long> shippedHeap(List<FloorAttempt> attempts) {
        return flags.flatMap(given -> given.heapMebibytes()
                .or(() -> of(attempts, FloorPurpose.SHIPPED).stream()
                        .flatMap(a -> a.fork().jvm().stream())
                        .map(ForkJvm::maxHeapBytes)
                        .map(bytes -> bytes / MEBI)
                        .findFirst()));
    }

    private static List<FloorAttempt> of(List<FloorAttempt> attempts, FloorPurpose purpose) {
        return attempts.stream().filter(a -> a.purpose() == purpose).toList();
    }
}
