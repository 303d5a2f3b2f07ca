// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every planned fork and every attempt, accounted for.
 *
 * @param planned forks that the plan asks for
 * @param beyondPlan counted forks with a number past the plan's
 * @param warmups attempts that are never counted
 * @param repeated attempts that a later one of the same fork replaced
 * @param slots cell name to its counted forks, in plan order
 * @param attempts cell name to all its attempts, in order of writing
 */
public record ForkLedger(
        int planned,
        int beyondPlan,
        int warmups,
        int repeated,
        Map<String, List<ForkSlot>> slots,
        Map<String, List<ForkRecord>> attempts) {

    /**
     * Sorts the attempts of a run under its plan.
     *
     * @throws UnreadableRunException if an attempt belongs to no cell, stands twice, or the counts do not add up
     */
    static ForkLedger of(StoredRun stored) throws UnreadableRunException {
        requireKnownAttempts(stored);
        int forks = stored.run().spec().protocol().forks();
        Map<String, List<ForkSlot>> slots = new LinkedHashMap<>();
        Map<String, List<ForkRecord>> attempts = new LinkedHashMap<>();
        for (PlannedCell cell : stored.run().plan().cells()) {
            List<ForkRecord> own = stored.forks().stream()
                    .filter(f -> f.cell().equals(cell.name()))
                    .toList();
            attempts.put(cell.name(), own);
            slots.put(cell.name(), slots(own, forks));
        }
        int planned = forks * slots.size();
        int all = slots.values().stream().mapToInt(List::size).sum();
        int warmups = (int) stored.forks().stream().filter(ForkRecord::isWarmup).count();
        int counted = (int) slots.values().stream()
                .flatMap(List::stream)
                .filter(s -> s.attempt().isPresent())
                .count();
        int repeated = stored.forks().size() - warmups - counted;
        ForkLedger ledger = new ForkLedger(planned, all - planned, warmups, repeated, slots, attempts);
        ledger.requireSum(stored);
        return ledger;
    }

    private static List<ForkSlot> slots(List<ForkRecord> attempts, int planned) {
        Map<Integer, ForkRecord> last = new TreeMap<>();
        attempts.stream().filter(a -> !a.isWarmup()).forEach(a -> last.put(a.fork(), a));
        List<ForkSlot> slots = new ArrayList<>();
        for (int number = 1; number <= planned; number++) {
            Optional<ForkRecord> attempt = Optional.ofNullable(last.remove(number));
            slots.add(new ForkSlot(number, attempt.map(Noise::outcome).orElse(ForkOutcome.NOT_RUN), attempt));
        }
        last.forEach(
                (number, attempt) -> slots.add(new ForkSlot(number, Noise.outcome(attempt), Optional.of(attempt))));
        return slots;
    }

    /** Planned forks, and those beyond the plan, with this outcome. */
    public int count(ForkOutcome outcome) {
        return (int) slots.values().stream()
                .flatMap(List::stream)
                .filter(s -> s.outcome() == outcome)
                .count();
    }

    private void requireSum(StoredRun stored) throws UnreadableRunException {
        int sum = 0;
        for (ForkOutcome outcome : ForkOutcome.values()) {
            sum += count(outcome);
        }
        if (sum != planned + beyondPlan || beyondPlan < 0 || repeated < 0) {
            throw new UnreadableRunException(
                    stored.directory() + ": the forks do not add up: " + planned + " planned and " + beyondPlan
                            + " beyond the plan, but " + sum + " outcomes and " + repeated + " repeated attempts");
        }
    }

    private static void requireKnownAttempts(StoredRun stored) throws UnreadableRunException {
        Map<String, String> ids = new HashMap<>();
        stored.run().plan().cells().forEach(c -> ids.put(c.name(), c.cell().id()));
        List<String> problems = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < stored.forks().size(); i++) {
            ForkRecord fork = stored.forks().get(i);
            String where = "forks.jsonl:" + (i + 1) + ": ";
            problem(fork, Optional.ofNullable(ids.get(fork.cell())), seen).ifPresent(p -> problems.add(where + p));
        }
        if (!problems.isEmpty()) {
            throw new UnreadableRunException(stored.directory() + ": " + String.join("; ", problems)
                    + "; the forks do not belong to this run.json");
        }
    }

    private static Optional<String> problem(ForkRecord fork, Optional<String> id, Set<Integer> seen) {
        if (id.isEmpty()) {
            return Optional.of("attempt " + fork.attempt() + " is of cell " + fork.cell() + ", which the plan lacks");
        }
        if (!id.get().equals(fork.cellId())) {
            return Optional.of("attempt " + fork.attempt() + " has cell id " + fork.cellId() + ", but " + fork.cell()
                    + " is " + id.get());
        }
        if (fork.fork() < 0 || !seen.add(fork.attempt())) {
            return Optional.of("attempt " + fork.attempt() + " stands twice or has no fork number");
        }
        return Optional.empty();
    }
}
