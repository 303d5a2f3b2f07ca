// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.statistics.Contamination;
import dev.runmatrix.harness.statistics.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The forks that a cell, or its twin, has had so far: what a schedule needs to know of them. */
final class Series {

    private final String cell;
    private final boolean twin;
    private final TreeMap<Integer, Made> made = new TreeMap<>();
    private final List<Long> lives = new ArrayList<>();
    private int warmups;
    private int failuresInRow;
    private int base;

    Series(String cell, boolean twin) {
        this.cell = cell;
        this.twin = twin;
    }

    /** Whether a fork ended well, with an output that is not known to be wrong. */
    static boolean isGood(ForkRecord fork) {
        return fork.status() == ForkStatus.OK
                && fork.output().filter(OutputCheck::isWrong).isEmpty();
    }

    /** Whether a fork ended well while something outside disturbed it, going by limits that know nothing of its times. */
    static boolean isContaminated(ForkRecord fork) {
        return isGood(fork) && fork.noise().filter(Series::disturbed).isPresent();
    }

    private static boolean disturbed(NoiseEvidence noise) {
        return Contamination.of(
                noise.foreignCores(),
                noise.stealFraction().stream().mapToDouble(share -> share).findFirst());
    }

    String cell() {
        return cell;
    }

    boolean isTwin() {
        return twin;
    }

    void add(ForkRecord fork) {
        fork.process().map(ProcessUsage::wallNanos).ifPresent(lives::add);
        if (fork.isWarmup()) {
            warmups++;
            return;
        }
        made.put(fork.fork(), new Made(isGood(fork) && !isContaminated(fork), rankedNanos(fork)));
        failuresInRow = isGood(fork) ? 0 : failuresInRow + 1;
    }

    /** From here on forks are added: those so far are what they are added to, and warm-ups and failures count anew. */
    void startAdding() {
        base = most();
        warmups = 0;
        failuresInRow = 0;
    }

    /** The greatest number that it had when forks began to be added; 0 where none are. */
    int base() {
        return base;
    }

    int warmups() {
        return warmups;
    }

    /** The least number of a counted fork that has no attempt. */
    int next() {
        int next = 1;
        while (made.containsKey(next)) {
            next++;
        }
        return next;
    }

    /** The greatest number of a counted fork that has an attempt. */
    int most() {
        return made.isEmpty() ? 0 : made.lastKey();
    }

    boolean hasFailed(int timesInRow) {
        return failuresInRow >= timesInRow;
    }

    /** Walls of the clean forks among the first ones. */
    double[] cleanWalls(int upTo) {
        return made.headMap(upTo, true).values().stream()
                .filter(Made::clean)
                .mapToDouble(Made::rankedNanos)
                .filter(nanos -> nanos > 0)
                .toArray();
    }

    /** How long its forks live; empty where none was seen yet. */
    OptionalDouble usualLifeNanos() {
        return lives.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Median.of(lives.stream().mapToDouble(Long::doubleValue).toArray()));
    }

    private static long rankedNanos(ForkRecord fork) {
        return fork.region()
                .map(RegionUsage::wallNanos)
                .or(() -> fork.process().map(ProcessUsage::wallNanos))
                .orElse(0L);
    }

    /**
     * The last attempt of a counted fork.
     *
     * @param clean whether its times can be compared
     * @param rankedNanos its wall, that of the region where there is one; 0 where none was seen
     */
    private record Made(boolean clean, long rankedNanos) {}
}
