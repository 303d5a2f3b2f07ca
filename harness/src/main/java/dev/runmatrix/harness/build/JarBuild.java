// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Placeholders;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The aggregator of a jar, for cells that measure the aggregator. It is started as {@code aggregate}, with arguments that
 * every version has, and with the settings that a fork of the harness would give it.
 *
 * @param facts what a run stores about it
 * @param jar its main jar, its libraries beside it
 */
record JarBuild(BuildFacts facts, Path jar) implements Build {

    private static final String OUTPUT = "{" + Placeholders.OUT + "}.parquet";

    /** What the harness gives to its forks where the matrix has no such axis. */
    private static final Map<Axis, String> DEFAULTS =
            Map.of(Axis.PARALLEL_CHUNKS, "false", Axis.MAX_WORKERS, "1", Axis.CHUNK_SIZE, "100000");

    @Override
    public List<CommandTarget> targets(MatrixSpec spec, List<PlannedCell> cells) throws UnusableBuildException {
        Optional<PlannedCell> other = cells.stream()
                .filter(cell -> spec.commandOf(cell.cell()).isPresent())
                .findFirst();
        if (other.isPresent()) {
            throw new UnusableBuildException(
                    facts.given() + ": is a jar, and cell " + other.get().name()
                            + " measures a command; give a git revision, whose checkout the command then runs in, or a command"
                            + " as '[program, \"{out}\"]'");
        }
        return CellTargets.of(cells.stream().map(PlannedCell::cell).toList(), cell -> command(spec, cell));
    }

    private List<String> command(MatrixSpec spec, Cell cell) {
        List<String> command = new ArrayList<>();
        command.add(
                literal(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        spec.jvmArgs().forEach(argument -> command.add(literal(argument)));
        command.addAll(List.of("-cp", literal(jar.toString()), ProgramJar.MAIN_CLASS, "aggregate"));
        command.addAll(List.of("--input", "{" + Placeholders.INPUT + "}", "--params", "{" + Placeholders.PARAMS + "}"));
        command.addAll(List.of("--output", OUTPUT));
        settings(cell)
                .forEach((axis, value) ->
                        command.addAll(List.of("--" + axis.key().replace('_', '-'), value)));
        return command;
    }

    /** In mode auto, what the matrix does not fix is for the aggregator to choose, as in a fork of the harness. */
    private static Map<Axis, String> settings(Cell cell) {
        Map<Axis, String> settings = new LinkedHashMap<>();
        settings.put(Axis.MODE, valueOf(Axis.MODE, cell).orElse(Axis.IN_MEMORY));
        if (cell.get(Axis.MODE.key()).filter(Axis.AUTO::equals).isPresent()) {
            return settings;
        }
        for (Axis axis : List.of(Axis.PARALLEL_CHUNKS, Axis.MAX_WORKERS, Axis.CHUNK_SIZE)) {
            settings.put(axis, valueOf(axis, cell).orElse(String.valueOf(DEFAULTS.get(axis))));
        }
        valueOf(Axis.PARALLEL_READERS, cell).ifPresent(value -> settings.put(Axis.PARALLEL_READERS, value));
        return settings;
    }

    private static Optional<String> valueOf(Axis axis, Cell cell) {
        return cell.get(axis.key()).map(value -> "{" + axis.key() + "}");
    }

    private static String literal(String text) {
        return Placeholders.literal(text);
    }
}
