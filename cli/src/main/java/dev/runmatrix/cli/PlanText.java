// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.PlanEstimate;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.PlannedOption;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.Quantity;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.matrix.Skip;
import dev.runmatrix.harness.statistics.Looks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan for people: at most 80 columns, most important first. */
final class PlanText {

    private static final int WIDTH = TextTable.WIDTH;
    private static final int ROUNDS_SHOWN = 20;
    private static final int LINES_OF_ORDER = 60;

    private final PlannedMatrix matrix;
    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private PlanText(PlannedMatrix matrix, Paint paint) {
        this.matrix = matrix;
        this.paint = paint;
    }

    /**
     * Renders a plan.
     *
     * @param estimate how long it will take
     * @param basis sentences on what the estimates of time and disk rest on
     */
    static String of(PlannedMatrix matrix, PlanEstimate estimate, List<String> basis, Paint paint) {
        PlanText text = new PlanText(matrix, paint);
        text.heading(estimate, basis);
        text.cells();
        text.options();
        text.merged();
        text.skips();
        text.claims();
        text.gate();
        text.order();
        text.twin();
        text.notices();
        return text.out.toString();
    }

    private void heading(PlanEstimate estimate, List<String> basis) {
        Protocol protocol = matrix.spec().protocol();
        wrapped("", matrix.spec().title());
        matrix.spec().profile().ifPresent(p -> wrapped("", "profile " + p));
        out.append('\n');
        String twin = twinned()
                .map(cell -> " + " + protocol.forks() + " of the twin of " + cell)
                .orElse("");
        wrapped(
                "",
                counted(matrix.plan().cells().size(), "cell") + " × (" + counted(protocol.forks(), "fork") + " + "
                        + counted(protocol.warmupForks(), "warm-up") + ")" + twin + " = "
                        + counted(estimate.forks(), "fork") + ", about " + Amounts.duration(estimate.duration()));
        looks(protocol, estimate);
        protocol.budget()
                .ifPresent(budget -> wrapped(
                        "  ",
                        "Measuring ends after " + Quantity.text(budget)
                                + " at the latest; ./run-matrix --resume latest then makes what is left."));
        basis.forEach(sentence -> wrapped("  ", sentence));
    }

    private void looks(Protocol protocol, PlanEstimate estimate) {
        Looks looks = protocol.looks();
        if (looks.isFixed()) {
            return;
        }
        String sizes = looks.sizes().stream().map(String::valueOf).collect(Collectors.joining(", "));
        wrapped(
                "  ",
                "Looks after " + sizes + " forks: a cell has no more once its median is known to ±"
                        + Quantity.percent(protocol.precision()) + ", or would need more than "
                        + looks.most() + " for that. At most " + counted(estimate.mostForks(), "fork") + ", about "
                        + Amounts.duration(estimate.longest()) + ".");
    }

    private Optional<String> twinned() {
        return matrix.plan()
                .twinned()
                .filter(cell -> matrix.spec().protocol().twin())
                .map(PlannedCell::name);
    }

    private void cells() {
        List<PlannedCell> cells = matrix.plan().cells();
        Map<String, String> constant = constant(cells);
        paragraph("Cells" + (constant.isEmpty() ? "" : ", all with " + pairs(constant)));
        List<String> axes =
                axes(cells).stream().filter(axis -> !constant.containsKey(axis)).toList();
        TextTable table =
                new TextTable(prefixed("", axes).stream().map(Column::of).toList()).spaced(2, 2);
        for (PlannedCell cell : cells) {
            List<String> values = axes.stream().map(axis -> value(cell, axis)).toList();
            table.row(prefixed(cell.name() + (cell.reference() ? "*" : ""), values));
        }
        if (table.width() <= WIDTH) {
            table.lines(paint).forEach(this::line);
        } else {
            cells.forEach(cell -> wrapped("  ", cell.name() + (cell.reference() ? "* " : "  ") + settings(cell, axes)));
        }
        List<String> legend = new ArrayList<>();
        matrix.plan().reference().ifPresent(r -> legend.add("* reference cell"));
        if (cells.stream().anyMatch(c -> !c.ignored().isEmpty())) {
            legend.add("(…) without effect in this cell");
        }
        if (!legend.isEmpty()) {
            line("  " + String.join("   ", legend));
        }
    }

    private void options() {
        if (!matrix.plan().options().isEmpty()) {
            paragraph("Options, changes to the reference cell");
        }
        for (PlannedOption planned : matrix.plan().options()) {
            String stated = planned.option()
                    .stated()
                    .map(s -> "; stated: " + Amounts.times(s))
                    .orElse("");
            wrapped(
                    "  ",
                    planned.option().name() + " is " + planned.cell() + ": "
                            + pairs(planned.option().set()) + stated);
        }
    }

    private void merged() {
        List<PlannedCell> merging = matrix.plan().cells().stream()
                .filter(c -> !c.merged().isEmpty())
                .toList();
        if (!merging.isEmpty()) {
            paragraph("One cell for several settings, which differ only without effect");
        }
        for (PlannedCell cell : merging) {
            wrapped("  ", cell.name() + "  " + requested(cell));
        }
    }

    private static String requested(PlannedCell cell) {
        List<String> parts = new ArrayList<>();
        for (String axis : cell.cell().axes().keySet()) {
            Set<String> values = new LinkedHashSet<>();
            cell.merged().forEach(m -> m.get(axis).ifPresent(values::add));
            cell.cell().get(axis).ifPresent(values::add);
            if (values.size() > 1) {
                parts.add(axis + " " + String.join(", ", values));
            }
        }
        return String.join("; ", parts);
    }

    private void skips() {
        if (matrix.plan().skips().isEmpty()) {
            return;
        }
        paragraph("Not measured");
        Map<String, List<Skip>> byReason = matrix.plan().skips().stream()
                .collect(Collectors.groupingBy(Skip::reason, LinkedHashMap::new, Collectors.toList()));
        byReason.forEach((reason, skips) -> {
            wrapped("  ", reason + ":");
            skips.forEach(skip -> wrapped("    ", pairs(skip.cell().axes())));
        });
    }

    private void claims() {
        if (!matrix.plan().claims().isEmpty()) {
            paragraph("Claims, judged at the end");
            PlanClaimLines.of(matrix.plan()).forEach(sentence -> wrapped("  ", sentence));
        }
    }

    private void gate() {
        matrix.spec().gate().ifPresent(gate -> {
            paragraph(PlanGate.heading(gate));
            PlanGate.sentences(gate, matrix.plan()).forEach(sentence -> wrapped("  ", sentence));
        });
    }

    private void order() {
        Map<Integer, List<String>> rounds = new TreeMap<>();
        for (ScheduledFork fork : matrix.schedule()) {
            rounds.computeIfAbsent(fork.round(), round -> new ArrayList<>())
                    .add(fork.cell() + (fork.twin() ? "'" : ""));
        }
        paragraph("Order, seed " + matrix.seed()
                + (matrix.seedWasDrawn() ? " (drawn; --seed " + matrix.seed() + " repeats it)" : ""));
        int columns = matrix.plan().cells().stream()
                .mapToInt(c -> c.name().length() + 1)
                .sum();
        int linesEach = 1 + columns / WIDTH;
        int shown = Math.min(ROUNDS_SHOWN, LINES_OF_ORDER / linesEach);
        rounds.entrySet().stream().limit(shown).forEach(round -> {
            String name = round.getKey() == 0 ? "warm-up" : "round " + round.getKey();
            wrapped("  ", String.format("%-8s  ", name) + String.join(" ", round.getValue()));
        });
        if (rounds.size() > shown) {
            line("  " + (shown == 0 ? "" : "and ") + counted(rounds.size() - shown, "round")
                    + (shown == 0 ? "" : " more") + "; --format json has them all");
        }
    }

    private void twin() {
        twinned()
                .ifPresent(cell -> wrapped(
                        "  ", cell + "' is its twin, measured beside it: what the two differ by, the machine makes."));
    }

    private void notices() {
        if (!matrix.file().notices().isEmpty()) {
            paragraph("Notices");
            matrix.file().notices().forEach(notice -> wrapped("  ", notice));
        }
    }

    private static String settings(PlannedCell cell, List<String> axes) {
        return axes.stream()
                .filter(axis -> cell.cell().get(axis).isPresent())
                .map(axis -> axis + "=" + value(cell, axis))
                .collect(Collectors.joining(" "));
    }

    private static String value(PlannedCell cell, String axis) {
        String value = cell.cell().get(axis).orElse("–");
        return cell.ignored().contains(axis) ? "(" + value + ")" : value;
    }

    private static Set<String> axes(List<PlannedCell> cells) {
        Set<String> axes = new LinkedHashSet<>();
        cells.forEach(c -> axes.addAll(c.cell().axes().keySet()));
        return axes;
    }

    private static Map<String, String> constant(List<PlannedCell> cells) {
        Map<String, String> constant = new LinkedHashMap<>();
        Cell first = cells.get(0).cell();
        for (Map.Entry<String, String> axis : first.axes().entrySet()) {
            boolean same = cells.stream().allMatch(c -> value(c, axis.getKey()).equals(axis.getValue()));
            if (same && cells.size() > 1) {
                constant.put(axis.getKey(), axis.getValue());
            }
        }
        return constant;
    }

    private static String pairs(Map<String, String> setting) {
        return setting.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }

    private static List<String> prefixed(String first, List<String> rest) {
        List<String> row = new ArrayList<>(List.of(first));
        row.addAll(rest);
        return row;
    }

    private static String counted(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private void paragraph(String heading) {
        out.append('\n');
        wrapped("", heading);
    }

    private void wrapped(String indent, String text) {
        TextTable.wrap(text, WIDTH - indent.length()).forEach(line -> line(indent + line));
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
