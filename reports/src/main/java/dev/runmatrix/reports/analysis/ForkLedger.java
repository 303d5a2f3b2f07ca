// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every planned fork and every attempt, accounted for. Forks of the A/A pair's twin stand apart: they count for no cell.
 *
 * @param planned forks that the plan asks for
 * @param beyondPlan counted forks with a number past the plan's
 * @param warmups attempts that are never counted, those of a twin too
 * @param repeats forks that were made more than once, in plan order, those of a twin last
 * @param slots cell name to its counted forks, in plan order
 * @param attempts cell name to all its attempts but those of a twin, in order of writing
 * @param twins forks of the twin by rising number, of each the attempt that counts
 */
public record ForkLedger(
        int planned,
        int beyondPlan,
        int warmups,
        List<RepeatedFork> repeats,
        Map<String, List<ForkSlot>> slots,
        Map<String, List<ForkRecord>> attempts,
        List<ForkRecord> twins) {

    public ForkLedger {
        repeats = List.copyOf(repeats);
        twins = List.copyOf(twins);
    }

    /**
     * Sorts the attempts of a run under its plan.
     *
     * @throws UnreadableRunException if an attempt belongs to no cell, stands twice, or the counts do not add up
     */
    static ForkLedger of(StoredRun stored) throws UnreadableRunException {
        AttemptCheck.require(stored);
        PlannedForks plan = new PlannedForks(stored.run());
        Map<String, List<ForkSlot>> slots = new LinkedHashMap<>();
        Map<String, List<ForkRecord>> attempts = new LinkedHashMap<>();
        List<RepeatedFork> repeats = new ArrayList<>();
        int planned = 0;
        Map<String, List<ForkRecord>> counted = byCell(stored, false);
        for (PlannedCell cell : stored.run().plan().cells()) {
            List<ForkRecord> own = counted.getOrDefault(cell.name(), List.of());
            TreeMap<Integer, List<ForkRecord>> byNumber = byNumber(own);
            int asked = plan.of(cell, byNumber.isEmpty() ? 0 : byNumber.lastKey());
            planned += asked;
            attempts.put(cell.name(), own);
            slots.put(cell.name(), slots(byNumber, asked, plan.absence(cell)));
            addRepeats(byNumber, repeats);
        }
        List<ForkRecord> twins = new ArrayList<>();
        Map<String, List<ForkRecord>> doubled = byCell(stored, true);
        for (PlannedCell cell : stored.run().plan().cells()) {
            TreeMap<Integer, List<ForkRecord>> byNumber = byNumber(doubled.getOrDefault(cell.name(), List.of()));
            byNumber.values().forEach(tries -> twins.add(last(tries)));
            addRepeats(byNumber, repeats);
        }
        int all = slots.values().stream().mapToInt(List::size).sum();
        int warmups = (int) stored.forks().stream().filter(ForkRecord::isWarmup).count();
        ForkLedger ledger = new ForkLedger(planned, all - planned, warmups, repeats, slots, attempts, twins);
        ledger.requireSum(stored);
        return ledger;
    }

    private static Map<String, List<ForkRecord>> byCell(StoredRun stored, boolean twin) {
        return stored.forks().stream()
                .filter(fork -> fork.twin() == twin)
                .collect(Collectors.groupingBy(ForkRecord::cell));
    }

    private static TreeMap<Integer, List<ForkRecord>> byNumber(List<ForkRecord> attempts) {
        TreeMap<Integer, List<ForkRecord>> byNumber = new TreeMap<>();
        attempts.stream()
                .filter(a -> !a.isWarmup())
                .forEach(a -> byNumber.computeIfAbsent(a.fork(), k -> new ArrayList<>())
                        .add(a));
        return byNumber;
    }

    private static void addRepeats(TreeMap<Integer, List<ForkRecord>> byNumber, List<RepeatedFork> repeats) {
        byNumber.values().stream()
                .filter(tries -> tries.size() > 1)
                .forEach(tries -> repeats.add(new RepeatedFork(tries.subList(0, tries.size() - 1), last(tries))));
    }

    private static ForkRecord last(List<ForkRecord> tries) {
        return tries.get(tries.size() - 1);
    }

    private static List<ForkSlot> slots(TreeMap<Integer, List<ForkRecord>> byNumber, int planned, Absence why) {
        List<ForkSlot> slots = new ArrayList<>();
        for (int number = 1; number <= planned; number++) {
            slots.add(
                    byNumber.containsKey(number)
                            ? ForkSlot.made(number, last(byNumber.getOrDefault(number, List.of())))
                            : ForkSlot.missing(number, why));
        }
        byNumber.tailMap(planned, false).forEach((number, tries) -> slots.add(ForkSlot.made(number, last(tries))));
        return slots;
    }

    /** Planned forks, and those beyond the plan, with this outcome. */
    public int count(ForkOutcome outcome) {
        return (int) all().stream().filter(s -> s.outcome() == outcome).count();
    }

    /** Attempts that a later one of the same fork replaced. */
    public int repeated() {
        return repeats.stream().mapToInt(r -> r.replaced().size()).sum();
    }

    /** How many forks ended alike, in the order of the outcomes. */
    public Map<ForkShare, Integer> shares() {
        Map<ForkShare, Integer> shares = new LinkedHashMap<>();
        for (ForkOutcome outcome : ForkOutcome.values()) {
            all().stream()
                    .filter(s -> s.outcome() == outcome)
                    .forEach(s -> shares.merge(ForkShare.of(s), 1, Integer::sum));
        }
        return shares;
    }

    private List<ForkSlot> all() {
        return slots.values().stream().flatMap(List::stream).toList();
    }

    private void requireSum(StoredRun stored) throws UnreadableRunException {
        int outcomes = shares().values().stream().mapToInt(Integer::intValue).sum();
        int made = (int) all().stream().filter(s -> s.attempt().isPresent()).count();
        int attempted = made + repeated() + warmups + twins.size();
        boolean sums = outcomes == planned + beyondPlan
                && Arrays.stream(ForkOutcome.values()).mapToInt(this::count).sum() == outcomes
                && beyondPlan >= 0;
        if (!sums || attempted != stored.forks().size()) {
            throw new UnreadableRunException(stored.directory() + ": the forks do not add up: " + planned
                    + " planned and " + beyondPlan + " beyond the plan, but " + outcomes + " outcomes; "
                    + stored.forks().size() + " attempts, but " + made + " counted, " + repeated() + " repeated, "
                    + warmups + " warm-ups and " + twins.size() + " of the A/A pair");
        }
    }
}
