// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.BuildAxis;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.Engines;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.reports.words.Legible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cell in as few characters as a terminal's table needs: {@code streaming parallel 4w 100k}. */
final class CellWords {

    private final Optional<String> usualDataset;

    CellWords(Plan plan) {
        usualDataset = plan.reference()
                .or(() -> plan.cells().stream().findFirst())
                .map(PlannedCell::cell)
                .flatMap(cell -> cell.get(Axis.DATASET.key()));
    }

    /** Axes without effect are left out, and the dataset where it is that of the reference. */
    String of(PlannedCell planned) {
        List<String> words = new ArrayList<>();
        List<String> unusualDataset = new ArrayList<>();
        Cell cell = planned.cell();
        for (String key : cell.axes().keySet()) {
            String value = cell.get(key).orElse("");
            if (key.equals(Axis.DATASET.key())) {
                if (usualDataset.filter(value::equals).isEmpty()) {
                    unusualDataset.add(value);
                }
            } else if (!planned.ignored().contains(key)) {
                words.add(word(key, value));
            }
        }
        words.addAll(unusualDataset);
        return Legible.line(String.join(" ", words));
    }

    /** The setting that two builds have in common. */
    String ofSetting(PlannedCell planned) {
        return of(new PlannedCell(
                planned.name(),
                BuildAxis.settingOf(planned.cell()),
                planned.ignored(),
                planned.merged(),
                planned.requestedWorkers(),
                planned.reference()));
    }

    private static String word(String key, String value) {
        Optional<Axis> axis = Axis.of(key);
        if (axis.isEmpty()) {
            return key.equals(Engines.AXIS) ? value : key + "=" + value;
        }
        return switch (axis.get()) {
            case DATASET, MODE -> value;
            case PARALLEL_CHUNKS -> value.equals("true") ? "parallel" : "serial";
            case MAX_WORKERS -> value + "w";
            case PARALLEL_READERS -> value + "r";
            case CHUNK_SIZE -> value.endsWith("000") ? value.substring(0, value.length() - 3) + "k" : value;
        };
    }
}
