// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.words;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.Engines;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.reports.analysis.CellAnalysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Short descriptions of cells: {@code streaming · 4 workers · 50k}. */
public final class CellLabels {

    public static final String MODE = "mode";
    public static final String PARALLEL_CHUNKS = "parallel_chunks";
    public static final String MAX_WORKERS = "max_workers";
    public static final String CHUNK_SIZE = "chunk_size";

    private static final Set<String> TOLD_APART =
            Set.of(CellAnalysis.DATASET, Engines.AXIS, MODE, PARALLEL_CHUNKS, MAX_WORKERS, CHUNK_SIZE);
    private static final String SEPARATOR = " \u00b7 ";
    private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,11}");

    private static final int LONGEST = 32;

    private final String mainDataset;
    private final Set<String> varying;
    private final boolean severalWorkers;

    public CellLabels(List<PlannedCell> cells, String mainDataset) {
        this.mainDataset = mainDataset;
        this.varying = varying(cells);
        this.severalWorkers = cells.stream()
                        .flatMap(c -> effective(c, MAX_WORKERS).stream())
                        .distinct()
                        .count()
                > 1;
    }

    private static Set<String> varying(List<PlannedCell> cells) {
        Set<String> axes = new TreeSet<>();
        cells.forEach(c -> axes.addAll(c.cell().axes().keySet()));
        axes.removeIf(
                axis -> cells.stream().map(c -> c.cell().get(axis)).distinct().count() < 2);
        return axes;
    }

    /** A setting by itself, where nothing is known of other cells: every axis, those of the aggregator as they are read. */
    public static String setting(Cell cell) {
        return cell.axes().entrySet().stream()
                .map(axis -> setting(axis.getKey(), shortened(axis.getValue())))
                .collect(Collectors.joining(SEPARATOR));
    }

    /** The same of a planned cell, without the axes that have no effect in it. */
    public static String setting(PlannedCell planned) {
        Map<String, String> axes = new LinkedHashMap<>(planned.cell().axes());
        axes.keySet().removeAll(planned.ignored());
        return setting(new Cell(axes));
    }

    private static String setting(String axis, String value) {
        return switch (axis) {
            case CellAnalysis.DATASET, Engines.AXIS -> value;
            case MODE -> Wording.mode(value);
            case PARALLEL_CHUNKS -> value.equals("true") ? "parallel" : "serial";
            case MAX_WORKERS -> value + (value.equals("1") ? " worker" : " workers");
            case CHUNK_SIZE -> compact(value);
            default -> shortened(axis) + " " + value;
        };
    }

    /** Whether cells differ in an axis. */
    public boolean varies(String axis) {
        return varying.contains(axis);
    }

    /** The configuration, and the input where it is not the main one. */
    public String of(CellAnalysis cell) {
        return of(cell.planned());
    }

    /** The same of a cell of which nothing more is known. */
    public String of(PlannedCell planned) {
        String label = onItsInput(planned);
        String dataset = planned.cell().get(CellAnalysis.DATASET).orElse("");
        return dataset.equals(mainDataset) ? label : label + SEPARATOR + shortened(dataset);
    }

    /** The configuration alone, for where the input is said beside it. */
    public String onItsInput(CellAnalysis cell) {
        return onItsInput(cell.planned());
    }

    private String onItsInput(PlannedCell planned) {
        List<String> parts = new ArrayList<>();
        effective(planned, Engines.AXIS)
                .filter(engine -> varies(Engines.AXIS))
                .map(CellLabels::shortened)
                .ifPresent(parts::add);
        effective(planned, MODE).map(CellLabels::shortened).map(Wording::mode).ifPresent(parts::add);
        workers(planned).ifPresent(parts::add);
        effective(planned, CHUNK_SIZE)
                .map(CellLabels::shortened)
                .map(CellLabels::compact)
                .ifPresent(parts::add);
        for (Map.Entry<String, String> axis : planned.cell().axes().entrySet()) {
            boolean named = varies(axis.getKey()) && !TOLD_APART.contains(axis.getKey());
            if (named && !planned.ignored().contains(axis.getKey())) {
                parts.add(shortened(axis.getKey()) + " " + shortened(axis.getValue()));
            }
        }
        return parts.isEmpty() ? allOf(planned) : String.join(SEPARATOR, parts);
    }

    /** Where nothing tells cells apart, as where there is one alone: every axis of its own, or else the name. */
    private static String allOf(PlannedCell planned) {
        String axes = planned.cell().axes().entrySet().stream()
                .filter(axis -> !TOLD_APART.contains(axis.getKey()))
                .filter(axis -> !planned.ignored().contains(axis.getKey()))
                .map(axis -> shortened(axis.getKey()) + " " + shortened(axis.getValue()))
                .collect(Collectors.joining(SEPARATOR));
        return axes.isEmpty() ? planned.name() : axes;
    }

    /** The value of an axis that has an effect in a cell. */
    public static Optional<String> effective(PlannedCell cell, String axis) {
        return cell.cell().get(axis).filter(v -> !cell.ignored().contains(axis));
    }

    public static boolean isSerial(PlannedCell cell) {
        return effective(cell, PARALLEL_CHUNKS).filter("false"::equals).isPresent()
                || effective(cell, MAX_WORKERS).filter("1"::equals).isPresent();
    }

    private Optional<String> workers(PlannedCell cell) {
        Optional<String> workers = effective(cell, MAX_WORKERS)
                .map(CellLabels::shortened)
                .map(w -> w + (w.equals("1") ? " worker" : " workers"));
        if (effective(cell, PARALLEL_CHUNKS).filter("false"::equals).isPresent()) {
            // Another program may well do something else with more workers, and is then told apart by them.
            return workers.filter(w -> severalWorkers)
                    .map(w -> "serial" + SEPARATOR + w)
                    .or(() -> Optional.of("serial"));
        }
        return workers.or(() -> effective(cell, PARALLEL_CHUNKS).map(p -> "parallel"));
    }

    /** A label is read at a glance: a long value keeps its beginning. */
    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
    }

    /** {@code 50k} for 50000. */
    public static String compact(String number) {
        if (!WHOLE.matcher(number).matches()) {
            return number;
        }
        long value = Long.parseLong(number);
        if (value % 1_000_000 == 0) {
            return value / 1_000_000 + "M";
        }
        return value % 1000 == 0 ? value / 1000 + "k" : number;
    }
}
