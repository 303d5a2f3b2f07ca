// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.projection;

import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.statistics.Projected;
import dev.runmatrix.harness.statistics.WorkerScaling;
import dev.runmatrix.reports.analysis.CellAnalysis;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cells with a rank that differ in their number of workers alone.
 *
 * @param members at least two, by rising number of workers
 * @param cores granted cores
 */
public record WorkerFamily(List<Member> members, double cores) {

    /**
     * One of them.
     *
     * @param workers its number of workers, at least 1
     * @param cell the cell
     */
    public record Member(int workers, CellAnalysis cell) {}

    public WorkerFamily {
        members = List.copyOf(members);
    }

    static WorkerFamily of(List<Member> members, double cores) {
        return new WorkerFamily(
                members.stream()
                        .sorted(Comparator.comparingInt(Member::workers))
                        .toList(),
                cores);
    }

    /** What their wall times come to; fitted anew by each call. */
    public WorkerScaling scaling() {
        return scaling(members, cores);
    }

    private static WorkerScaling scaling(List<Member> members, double cores) {
        return WorkerScaling.of(
                members.stream()
                        .flatMap(m -> Values.level(m.workers(), m.cell(), ProjectedQuantity.WALL).stream())
                        .toList(),
                cores);
    }

    /** Members that a model uses: those with no more workers than cores. */
    public List<Member> used() {
        return members.stream().filter(member -> member.workers() <= cores).toList();
    }

    /** What those with fewer workers say of a number, which may be measured. */
    Optional<Projected> fromFewer(int workers) {
        List<Member> fewer =
                members.stream().filter(member -> member.workers() < workers).toList();
        return scaling(fewer, cores).at(workers);
    }

    /** The cell with the most workers that a model uses. */
    public Optional<Member> last() {
        return used().stream().reduce((first, second) -> second);
    }
}
