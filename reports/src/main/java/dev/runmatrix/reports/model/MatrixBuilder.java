// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Timelines;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts all cells into one table. */
final class MatrixBuilder {

    private static final double NEARLY_CERTAIN = 0.99;
    private static final double CERTAIN = 0.999;

    private final Scope scope;
    private final RunAnalysis run;
    private final RowBuilder rows;
    private final WallBars bars;

    MatrixBuilder(Scope scope, String recommended, Timelines timelines) {
        this.scope = scope;
        this.run = scope.run();
        this.bars = new WallBars(scope, run.cells());
        this.rows = new RowBuilder(scope, bars, recommended, timelines);
    }

    Matrix build() {
        return new Matrix(
                lead(),
                rows.axes(),
                constants(),
                run.reference().map(CellAnalysis::name).orElse(""),
                scope.memory().name(),
                bars.scale(),
                Units.grantedCores(scope.grantedCores()),
                scope.budget().rssBytes().map(scope.memory()::limit).orElse(""),
                groups(),
                new NotesBuilder(scope).build(),
                MermaidBuilder.build(scope));
    }

    private Text lead() {
        return Text.of("Each row is one real run: the fork with the median wall time. " + clock() + range());
    }

    private String clock() {
        if (run.clock() == WallClock.REGION) {
            return "Wall is the aggregation alone, timed inside the fork, without the start of the JVM.";
        }
        boolean outside = run.cells().stream().anyMatch(c -> run.command(c).isPresent());
        return "Wall is the whole process, from start to exit"
                + (outside ? ", in all cells, as some are programs that mark no region." : ".");
    }

    private String range() {
        int least = run.cells().stream()
                .flatMap(c -> c.numbers().stream())
                .filter(n -> !n.provisional())
                .mapToInt(CellNumbers::n)
                .min()
                .orElse(1);
        boolean same = run.cells().stream()
                .flatMap(c -> c.numbers().stream())
                .filter(n -> !n.provisional())
                .allMatch(n -> n.n() == least);
        return least < 2
                ? ""
                : " Range: fastest to slowest; with n = " + least + (same ? "" : " or more")
                        + " it covers the median with " + (same ? "" : "at least ")
                        + probability(1 - 2 * Math.pow(0.5, least)) + " probability.";
    }

    /** Nothing is certain: no probability is rounded up to 100 %. */
    private static String probability(double share) {
        return share > CERTAIN
                ? "more than 99.9" + Units.SPACE + "%"
                : share > NEARLY_CERTAIN ? Units.fixed(100 * share, 1) + Units.SPACE + "%" : Units.percent(share);
    }

    private Text constants() {
        Map<String, String> first = run.cells().get(0).planned().cell().axes();
        Text text = Text.empty();
        for (Map.Entry<String, String> axis : first.entrySet()) {
            if (!scope.labels().varies(axis.getKey())) {
                text = text.plain(text.isEmpty() ? "In all cells: " : ", ")
                        .code(axis.getKey() + ": " + axis.getValue());
            }
        }
        return text.isEmpty() ? text : text.plain(".");
    }

    private List<Matrix.Group> groups() {
        Set<String> datasets = new LinkedHashSet<>();
        datasets.add(run.mainDataset());
        run.cells().forEach(c -> datasets.add(c.dataset()));
        return datasets.stream()
                .map(d -> new Matrix.Group(
                        datasets.size() > 1 ? heading(d) : "",
                        run.cells().stream()
                                .filter(c -> c.dataset().equals(d))
                                .sorted(RowOrder.comparator())
                                .map(rows::build)
                                .toList()))
                .toList();
    }

    private String heading(String dataset) {
        String rowsOf = run.run().datasets().stream()
                .filter(d -> d.name().equals(dataset))
                .map(DatasetFacts::podRows)
                .map(r -> ", " + Units.counted(r, "row", "rows"))
                .findFirst()
                .orElse("");
        return (dataset.isEmpty() ? "input not named" : dataset) + rowsOf;
    }
}
