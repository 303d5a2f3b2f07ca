// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.StoredRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the measured JVMs said of themselves: a collector or a heap limit that nobody asked for is chosen by the machine, so
 * arguments alone do not tell. The heap limit is compared as the JVM rounds it.
 */
final class ForkJvms {

    private static final double MEBIBYTE = 1 << 20;

    private ForkJvms() {}

    /** What differs in the cells that both runs have and whose forks told. */
    static List<Difference> differences(StoredRun base, StoredRun candidate) {
        Set<String> shared = Comparability.sharedCells(base, candidate);
        List<Difference> found = new ArrayList<>();
        found.addAll(differences("JVM of the forks", ForkJvm::version, shared, base, candidate));
        found.addAll(differences("collector", ForkJvm::collector, shared, base, candidate));
        found.addAll(differences("greatest heap", ForkJvms::heap, shared, base, candidate));
        return found;
    }

    private static List<Difference> differences(
            String what, Function<ForkJvm, String> fact, Set<String> shared, StoredRun base, StoredRun candidate) {
        Map<String, Set<String>> then = told(fact, shared, base);
        Map<String, Set<String>> now = told(fact, shared, candidate);
        Map<Difference, Integer> cells = new LinkedHashMap<>();
        for (Map.Entry<String, Set<String>> cell : then.entrySet()) {
            Set<String> other = now.getOrDefault(cell.getKey(), cell.getValue());
            if (!cell.getValue().equals(other)) {
                cells.merge(new Difference(what, words(cell.getValue()), words(other)), 1, Integer::sum);
            }
        }
        return cells.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(found -> inCells(found.getKey(), found.getValue(), shared.size()))
                .toList();
    }

    /** By cell id, each distinct answer once. */
    private static Map<String, Set<String>> told(Function<ForkJvm, String> fact, Set<String> shared, StoredRun stored) {
        Map<String, Set<String>> told = new LinkedHashMap<>();
        for (ForkRecord fork : stored.forks()) {
            if (shared.contains(fork.cellId()) && fork.jvm().isPresent()) {
                told.computeIfAbsent(fork.cellId(), id -> new TreeSet<>())
                        .add(fact.apply(fork.jvm().get()));
            }
        }
        return told;
    }

    private static Difference inCells(Difference found, int cells, int all) {
        String where = cells == all ? "" : " (" + cells + " of " + all + " cells)";
        return new Difference(found.what() + where, found.base(), found.candidate());
    }

    private static String heap(ForkJvm jvm) {
        return Math.round(jvm.maxHeapBytes() / MEBIBYTE) + " MiB";
    }

    private static String words(Set<String> answers) {
        return String.join(" and ", answers);
    }
}
