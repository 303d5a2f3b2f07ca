// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kinds of JVM the forks were, as they said themselves. */
final class JvmWords {

    private final Map<ForkJvm, List<ForkRecord>> kinds;

    JvmWords(RunAnalysis run) {
        this.kinds = run.stored().forks().stream()
                .filter(f -> f.jvm().isPresent())
                .collect(Collectors.groupingBy(f -> f.jvm().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
    }

    /** All kinds; empty where no fork told. */
    Optional<String> told() {
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        if (kinds.size() == 1) {
            return kinds.keySet().stream().map(JvmWords::told).findFirst();
        }
        return Optional.of(kinds.entrySet().stream()
                .map(e -> told(e.getKey()) + " in " + attempts(e.getValue()))
                .collect(Collectors.joining("; ")));
    }

    /** That there is more than one kind, so that times may differ for that reason; empty where there is not. */
    Optional<String> mixed() {
        return kinds.size() < 2
                ? Optional.empty()
                : Optional.of("forks ran in " + kinds.size() + " kinds of JVM: " + told().orElse("")
                        + ". Times of different kinds are not alike.");
    }

    private static String attempts(List<ForkRecord> forks) {
        String cells = Wording.names(
                forks.stream().map(ForkRecord::cell).distinct().sorted().toList());
        return Units.counted(forks.size(), "attempt", "attempts") + " (" + cells + ")";
    }

    private static String told(ForkJvm jvm) {
        return jvm.version() + ", " + jvm.collector() + ", heap of at most "
                + Units.trimmed(jvm.maxHeapBytes() / 1e9, 2) + Units.SPACE + "GB";
    }
}
