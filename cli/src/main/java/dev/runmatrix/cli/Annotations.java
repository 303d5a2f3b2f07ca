// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.Finding;
import dev.runmatrix.reports.comparison.MetricComparison;
import java.util.ArrayList;
import java.util.List;

/** What of a run is worth a line beside a build: what failed, what nothing can be said about, and what is suspect. */
final class Annotations {

    /** GitHub shows ten of each level and drops the others. */
    private static final int MOST = 10;

    private static final int MOST_CHARACTERS = 1_000;

    private Annotations() {}

    /** At most ten of each level; the last one counts those that are left out. */
    static List<Annotation> of(Concluded concluded, List<TestCase> cases) {
        List<Annotation> all = new ArrayList<>();
        cases.forEach(each -> add(each, all));
        if (concluded.builds().isEmpty() && concluded.gate().isEmpty()) {
            concluded
                    .compared()
                    .filter(compared -> !compared.isRefused())
                    .ifPresent(compared -> compared.comparison().cells().forEach(cell -> add(cell, all)));
        }
        concluded
                .gate()
                .ifPresent(gate ->
                        gate.notices().forEach(notice -> all.add(annotation(Annotation.Level.NOTICE, "gate", notice))));
        List<Annotation> shown = new ArrayList<>();
        for (Annotation.Level level : Annotation.Level.values()) {
            shown.addAll(limited(
                    level, all.stream().filter(each -> each.level() == level).toList()));
        }
        return shown;
    }

    private static void add(TestCase each, List<Annotation> all) {
        switch (each.result()) {
            case FAILURE, ERROR -> all.add(annotation(Annotation.Level.ERROR, each.subject(), each.message()));
            case SKIPPED -> all.add(annotation(Annotation.Level.WARNING, each.subject(), each.message()));
            case PASSED -> {}
        }
    }

    private static void add(ComparedCell cell, List<Annotation> all) {
        for (MetricComparison metric : cell.metrics()) {
            if (metric.finding() == Finding.SUSPECT) {
                all.add(annotation(
                        Annotation.Level.WARNING,
                        cell.name() + " " + ComparisonNumbers.word(metric.metric()),
                        "SUSPECT: " + ComparisonNumbers.amount(metric.metric(), metric.baseMedian()) + " became "
                                + ComparisonNumbers.amount(metric.metric(), metric.candidateMedian()) + ", × "
                                + ComparisonNumbers.ratio(metric) + " [" + ComparisonNumbers.interval(metric)
                                + "], in " + CellOutcome.setting(cell.planned())));
            }
        }
    }

    private static Annotation annotation(Annotation.Level level, String subject, String message) {
        String text = message.length() > MOST_CHARACTERS ? message.substring(0, MOST_CHARACTERS - 1) + "…" : message;
        return new Annotation(level, "run-matrix, " + subject, text);
    }

    private static List<Annotation> limited(Annotation.Level level, List<Annotation> all) {
        if (all.size() <= MOST) {
            return all;
        }
        List<Annotation> shown = new ArrayList<>(all.subList(0, MOST - 1));
        int more = all.size() - shown.size();
        shown.add(annotation(level, "more", "and " + more + " more; the summary of the job and junit.xml have them"));
        return shown;
    }
}
