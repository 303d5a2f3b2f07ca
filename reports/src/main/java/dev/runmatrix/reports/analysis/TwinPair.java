// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.harness.statistics.SmallestChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One cell measured twice in the same rounds: what differs between the two is noise.
 *
 * @param cell its name
 * @param made forks of the twin, whatever became of them
 * @param forks clean forks of the cell in rounds of the twin
 * @param twinForks clean forks of the twin
 * @param ratio twin ÷ cell over those forks; absent below {@value #FORKS_NEEDED} of either
 * @param smallestChange the smallest change that the run could have shown, as a share; absent where the ratio is
 */
public record TwinPair(
        String cell, int made, int forks, int twinForks, Optional<Ratio> ratio, Optional<Double> smallestChange) {

    /** Fewest clean forks of both for an interval of 95 %. */
    public static final int FORKS_NEEDED = 4;

    private static final double CONFIDENCE = 0.95;

    /** The pair of a run; absent where nothing was to be measured twice. */
    static Optional<TwinPair> of(StoredRun stored, ForkLedger ledger, WallClock clock) {
        if (ledger.twins().isEmpty()) {
            return stored.run().spec().protocol().twin() ? planned(stored) : Optional.empty();
        }
        String cell = ledger.twins().get(0).cell();
        Set<Integer> rounds = ledger.twins().stream().map(ForkRecord::round).collect(Collectors.toSet());
        List<ForkRecord> own = ledger.slots().getOrDefault(cell, List.of()).stream()
                .flatMap(s -> s.attempt().stream())
                .filter(a -> rounds.contains(a.round()))
                .toList();
        double[] once = walls(own, clock);
        double[] again = walls(ledger.twins(), clock);
        boolean enough = Math.min(once.length, again.length) >= FORKS_NEEDED;
        return Optional.of(new TwinPair(
                cell,
                ledger.twins().size(),
                once.length,
                again.length,
                enough ? Optional.of(Ratio.of(again, once, CONFIDENCE)) : Optional.empty(),
                enough ? SmallestChange.ofSame(once, again) : Optional.empty()));
    }

    /** Planned, and none made so far. */
    private static Optional<TwinPair> planned(StoredRun stored) {
        return stored.run()
                .plan()
                .twinned()
                .map(c -> new TwinPair(c.name(), 0, 0, 0, Optional.empty(), Optional.empty()));
    }

    private static double[] walls(List<ForkRecord> forks, WallClock clock) {
        return forks.stream()
                .filter(f -> Noise.outcome(f) == ForkOutcome.CLEAN)
                .flatMap(f -> clock.wallSeconds(f).stream())
                .filter(w -> w > 0)
                .mapToDouble(w -> w)
                .toArray();
    }

    /** Whether the two differ by more than their interval admits, although nothing differs between them. */
    public boolean isFalseAlarm() {
        return ratio.flatMap(Ratio::interval).filter(i -> !i.contains(1)).isPresent();
    }
}
