// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Screened;
import dev.runmatrix.harness.statistics.ScreenedMatrix;
import dev.runmatrix.harness.statistics.SittingSpread;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A run against a stored one, cell by cell. It screens: what it suspects is to be measured again beside the other build.
 *
 * @param base the run that is compared with
 * @param candidate the run that is compared
 * @param comparability whether their times may be compared at all
 * @param clock which time is compared: the measured region, or whole processes where one of the runs has no other
 * @param drift what sittings differ by, for each metric
 * @param cells the cells that both have: suspects first, then what may be faster, then the others in the order of the plan
 * @param onlyInBase cells that the candidate lacks
 * @param onlyInCandidate cells that the other lacks
 */
public record RunComparison(
        RunRecord base,
        RunRecord candidate,
        Comparability comparability,
        WallClock clock,
        Map<Metric, SittingSpread> drift,
        List<ComparedCell> cells,
        List<PlannedCell> onlyInBase,
        List<PlannedCell> onlyInCandidate) {

    private static final Comparator<ComparedCell> SUSPECTS_FIRST = Comparator.comparing(
                    (ComparedCell cell) -> !cell.has(Finding.SUSPECT))
            .thenComparing(Comparator.comparingDouble((ComparedCell cell) -> cell.greatest(Finding.SUSPECT))
                    .reversed())
            .thenComparing(cell -> !cell.has(Finding.FASTER))
            .thenComparing(cell -> !cell.has(Finding.NOISE));

    public RunComparison {
        drift = Map.copyOf(drift);
        cells = cells.stream().sorted(SUSPECTS_FIRST).toList();
        onlyInBase = List.copyOf(onlyInBase);
        onlyInCandidate = List.copyOf(onlyInCandidate);
    }

    /**
     * Compares two runs. Whether they are comparable is for the reader to ask: the numbers are there in any case.
     *
     * @throws UnreadableRunException if forks of one of them do not belong to its plan or do not add up
     */
    public static RunComparison of(StoredRun base, StoredRun candidate) throws UnreadableRunException {
        return of(base, candidate, Map.of());
    }

    /**
     * Compares two runs where it is known what sittings differ by.
     *
     * @param known for each metric what sittings under the conditions of these runs differ by; what is not known is assumed
     * @throws UnreadableRunException if forks of one of them do not belong to its plan or do not add up
     */
    public static RunComparison of(StoredRun base, StoredRun candidate, Map<Metric, SittingSpread> known)
            throws UnreadableRunException {
        return new Comparing(base, candidate, known).result();
    }

    /** Whether any metric of any cell may take more than it did. */
    public boolean hasSuspects() {
        return cells.stream().anyMatch(cell -> cell.has(Finding.SUSPECT));
    }

    /** How many metrics of all cells came to this. */
    public int count(Finding finding) {
        return (int) cells.stream()
                .flatMap(cell -> cell.metrics().stream())
                .filter(metric -> metric.finding() == finding)
                .count();
    }

    /** Whether anything could be said about any cell. */
    public boolean isConclusive() {
        return comparability.isComparable() && cells.stream().anyMatch(ComparedCell::isScreened);
    }

    /** Whether the runs may be compared and nothing in them is suspect. */
    public boolean passed() {
        return comparability.isComparable() && !hasSuspects();
    }

    /** The greatest change of a metric in either direction among cells with enough forks, as a share; empty without one. */
    public OptionalDouble greatestChange(Metric metric) {
        return cells.stream()
                .flatMap(cell -> cell.metric(metric).stream())
                .filter(found -> found.screened().isScreened())
                .mapToDouble(found -> Math.expm1(Math.abs(Math.log(found.ratio()))))
                .max();
    }

    /** The cells of a metric as a screen sees them, by id. */
    public ScreenedMatrix<String> screened(Metric metric) {
        Map<String, Screened> all = new LinkedHashMap<>();
        for (ComparedCell cell : cells) {
            cell.metric(metric).ifPresent(found -> all.put(cell.id(), found.screened()));
        }
        return new ScreenedMatrix<>(all);
    }

    /** The metrics in which so many cells moved together that the machine is to be suspected before the build. */
    public List<Metric> movedTogether() {
        return List.of(Metric.values()).stream()
                .filter(metric -> screened(metric).suspectsTheMachine())
                .toList();
    }

    /** What sittings of these runs are taken to differ by. */
    public SittingSpread drift(Metric metric) {
        return drift.getOrDefault(metric, SittingSpread.ASSUMED);
    }
}
