// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A cell in a few words: {@code streaming, parallel, 4 workers, 100000}. */
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
        Cell cell = planned.cell();
        for (String key : cell.axes().keySet()) {
            if (!planned.ignored().contains(key)) {
                cell.get(key).flatMap(value -> word(key, value)).ifPresent(words::add);
            }
        }
        return words.stream().collect(Collectors.joining(", "));
    }

    private Optional<String> word(String key, String value) {
        Optional<Axis> axis = Axis.of(key);
        if (axis.isEmpty()) {
            return Optional.of(key + " " + value);
        }
        return switch (axis.get()) {
            case DATASET -> usualDataset.filter(value::equals).isPresent() ? Optional.empty() : Optional.of(value);
            case MODE -> Optional.of(value);
            case PARALLEL_CHUNKS -> Optional.of(value.equals("true") ? "parallel" : "serial");
            case MAX_WORKERS -> Optional.of(value + (value.equals("1") ? " worker" : " workers"));
            case CHUNK_SIZE -> Optional.of(value);
            case PARALLEL_READERS -> Optional.of(value + (value.equals("1") ? " reader" : " readers"));
        };
    }
}
