// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.RunComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to know before a conclusion is believed: what was compared, and how small a change would have been seen. */
final class ConclusionNotes {

    private static final int MOST_NOTICES = 5;

    private final Concluded concluded;

    ConclusionNotes(Concluded concluded) {
        this.concluded = concluded;
    }

    List<String> sentences() {
        List<String> notes = new ArrayList<>();
        concluded.builds().ifPresent(builds -> notes.addAll(of(builds)));
        concluded
                .compared()
                .filter(compared -> !compared.isRefused())
                .ifPresent(compared -> notes.addAll(of(compared)));
        concluded
                .gate()
                .ifPresent(gate ->
                        notes.addAll(gate.notices().stream().limit(MOST_NOTICES).toList()));
        return notes;
    }

    private static List<String> of(BuildComparison builds) {
        List<String> notes = new ArrayList<>();
        notes.add("Base " + BuildWords.build(builds.builds().base()) + ", head "
                + BuildWords.build(builds.builds().head()) + ": both were measured in turns, in one sitting"
                + (builds.builds().isSameProgram() ? "; they are the same program" : "") + ".");
        smallest(metric -> builds.pairs().stream()
                        .flatMap(pair -> pair.metric(metric).stream())
                        .map(judged -> judged.confirmed()
                                .judgement()
                                .evidence()
                                .sensitivity()
                                .smallestChange()))
                .ifPresent(notes::add);
        return notes;
    }

    private List<String> of(Compared compared) {
        List<String> notes = new ArrayList<>();
        RunComparison comparison = compared.comparison();
        notes.add("Compared with " + compared.base().label() + ", "
                + BaselineFitness.build(compared.base().stored().run().environment()) + ".");
        if (concluded.builds().isEmpty()) {
            if (comparison.hasSuspects()) {
                notes.add(
                        "A stored run screens, no more: a suspicion becomes a verdict when both builds are measured in"
                                + " one sitting, with ./run-matrix ab.");
            }
            smallest(metric -> comparison.cells().stream()
                            .flatMap((ComparedCell cell) -> cell.metric(metric).stream())
                            .map(found -> found.smallestChange()))
                    .ifPresent(notes::add);
        }
        notes.addAll(ComparisonWords.of(compared).warnings());
        return notes;
    }

    /** What changes would have been seen, in the best and in the worst cell. */
    private static Optional<String> smallest(Changes changes) {
        String metrics = Arrays.stream(Metric.values())
                .flatMap(metric ->
                        range(changes.of(metric)).map(range -> ComparisonNumbers.word(metric) + " " + range).stream())
                .collect(Collectors.joining(", "));
        return metrics.isEmpty()
                ? Optional.empty()
                : Optional.of("The smallest change that could have been seen here: " + metrics + ".");
    }

    private static Optional<String> range(Stream<OptionalDouble> changes) {
        DoubleSummaryStatistics all =
                changes.flatMapToDouble(OptionalDouble::stream).summaryStatistics();
        if (all.getCount() == 0) {
            return Optional.empty();
        }
        String least = ComparisonNumbers.percent(all.getMin());
        String most = ComparisonNumbers.percent(all.getMax());
        return Optional.of(least.equals(most) ? least : least + " to " + most);
    }

    /** The smallest changes of one metric that its cells could have shown. */
    private interface Changes {
        Stream<OptionalDouble> of(Metric metric);
    }
}
