// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.projection;

import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.LedgerLine;
import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.result.Projection;
import dev.runmatrix.harness.result.ProjectionClosing;
import dev.runmatrix.harness.result.ProjectionLedger;
import dev.runmatrix.harness.result.ProjectionOutcome;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a run that has ended adds to the ledger: first the ends of open projections about cells that it measured, then new
 * projections about cells that it did not. A projection counts where it was written down before the first fork of its cell
 * began; of a cell about which one is open nothing new is projected.
 *
 * @param added the lines to append
 * @param shown the lines that the reports of the run show: those that it added, those that it closed, those that are open, and
 *     all ends of projections that were written down
 */
public record LedgerUpdate(List<LedgerLine> added, List<LedgerLine> shown) {

    public LedgerUpdate {
        added = List.copyOf(added);
        shown = List.copyOf(shown);
    }

    /**
     * Reads a ledger with a run beside it. A run that did not come to its end, and one that measures two builds, adds nothing.
     *
     * @param lines the ledger
     * @param run the judged run
     * @param known inputs that it did not have
     */
    public static LedgerUpdate of(List<LedgerLine> lines, RunAnalysis run, List<DatasetFacts> known) {
        Optional<Instant> end = run.run().finishedAt().filter(when -> isToBeRecorded(run));
        List<LedgerLine> added = end.map(when -> added(lines, run, known, when)).orElse(List.of());
        return new LedgerUpdate(
                added,
                shown(
                        Stream.concat(lines.stream(), added.stream()).toList(),
                        run.run().id()));
    }

    private static boolean isToBeRecorded(RunAnalysis run) {
        return run.run().state() == RunState.COMPLETE && run.run().builds().isEmpty();
    }

    private static List<LedgerLine> added(
            List<LedgerLine> lines, RunAnalysis run, List<DatasetFacts> known, Instant end) {
        Ledger before = Ledger.of(lines);
        List<LedgerLine> added = new ArrayList<>(closings(before.open(), run, end));
        Set<String> closed = new HashSet<>();
        added.forEach(line -> closed.add(line.id()));
        List<Projection> open =
                before.open().stream().filter(p -> !closed.contains(p.id())).toList();
        Set<String> ids = new HashSet<>();
        before.entries().forEach(entry -> ids.add(entry.made().id()));
        new Projections(run, Families.of(run), known, end)
                .all().stream()
                        .filter(p -> !ids.contains(p.id()) && open.stream().noneMatch(p::isAboutSameAs))
                        .filter(ProjectionLedger::fits)
                        .forEach(added::add);
        return added;
    }

    private static List<ProjectionClosing> closings(List<Projection> open, RunAnalysis run, Instant end) {
        Map<Map<String, String>, CellAnalysis> cells = new HashMap<>();
        run.cells().stream()
                .filter(CellAnalysis::isRanked)
                .forEach(cell -> cells.put(Values.effective(cell.planned()), cell));
        return open.stream()
                .flatMap(p -> Optional.ofNullable(cells.get(p.cell().axes())).stream()
                        .filter(cell -> p.madeAt().isBefore(began(cell)))
                        .flatMap(cell -> closing(p, cell, run, end).stream()))
                .toList();
    }

    private static Instant began(CellAnalysis cell) {
        return cell.ranked().forks().stream()
                .map(fork -> fork.attempt().startedAt())
                .min(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private static Optional<ProjectionClosing> closing(Projection p, CellAnalysis cell, RunAnalysis run, Instant end) {
        Optional<DatasetFacts> input = Optional.ofNullable(Families.facts(run).get(cell.dataset()));
        List<String> changed =
                p.key().differences(Conditions.of(run, cell.planned().cell(), input));
        if (!changed.isEmpty()) {
            return Optional.of(closing(p, ProjectionOutcome.VOID, changed, cell, Optional.empty(), run, end));
        }
        ProjectedQuantity quantity = p.quantity();
        return Values.median(cell, quantity)
                .map(m -> closing(
                        p,
                        p.low() <= m && m <= p.high() ? ProjectionOutcome.INSIDE : ProjectionOutcome.OUTSIDE,
                        List.of(),
                        cell,
                        Optional.of(m),
                        run,
                        end));
    }

    private static ProjectionClosing closing(
            Projection p,
            ProjectionOutcome outcome,
            List<String> changed,
            CellAnalysis cell,
            Optional<Double> measured,
            RunAnalysis run,
            Instant end) {
        return new ProjectionClosing(
                LedgerLine.SCHEMA,
                p.id(),
                outcome,
                changed,
                cell.name(),
                measured,
                measured.map(m -> m / p.value()),
                end,
                run.run().id());
    }

    private static List<LedgerLine> shown(List<LedgerLine> lines, String run) {
        Set<String> made = new HashSet<>();
        Set<String> elsewhere = new HashSet<>();
        for (LedgerLine line : lines) {
            if (line instanceof Projection) {
                made.add(line.id());
            } else if (line instanceof ProjectionClosing closing
                    && !closing.run().equals(run)) {
                elsewhere.add(closing.id());
            }
        }
        return lines.stream()
                .filter(line -> made.contains(line.id()))
                .filter(line -> !(line instanceof Projection p) || p.run().equals(run) || !elsewhere.contains(p.id()))
                .toList();
    }
}
