// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The axes without effect in a setting. In memory there are no chunks, so their size and parallelism mean nothing;
 * streaming one chunk at a time has no use for more than one worker. The mode that chooses all settings is measured as it
 * chooses them, so that it is one cell beside those among which it chooses. The aggregator does not know free axes, but
 * for the one that says it is the aggregator, and another program knows those that its command names. What a hook names has an effect everywhere.
 */
final class IgnoredAxes {

    private final MatrixSpec spec;
    private final Set<String> usedByHooks;

    IgnoredAxes(MatrixSpec spec) {
        this.spec = spec;
        Hooks hooks = spec.hooks();
        this.usedByHooks = axesIn(Stream.of(hooks.setup(), hooks.prepare(), hooks.conclude(), hooks.cleanup())
                .flatMap(List::stream)
                .flatMap(List::stream));
    }

    Set<String> in(Map<String, String> setting) {
        Optional<CommandTarget> command = spec.commandOf(new Cell(setting));
        Set<String> ignored = new LinkedHashSet<>(spec.axes().keySet());
        ignored.addAll(setting.keySet());
        if (command.isPresent()) {
            ignored.removeAll(usedBy(command.get()));
        } else {
            ignored.removeIf(axis -> Axis.of(axis).isPresent());
            ignored.addAll(byAggregator(setting));
            if (Engines.BUILTIN.equals(setting.get(Engines.AXIS))) {
                ignored.remove(Engines.AXIS);
            }
        }
        ignored.removeAll(usedByHooks);
        return ignored;
    }

    /** Whether another program measures a setting. */
    boolean isCommand(Map<String, String> setting) {
        return spec.commandOf(new Cell(setting)).isPresent();
    }

    /** Whether both settings measure the same program, so that one may stand for the other. */
    boolean sameProgram(Map<String, String> setting, Map<String, String> other) {
        return spec.commandOf(new Cell(setting)).equals(spec.commandOf(new Cell(other)));
    }

    /** Axes that a setting cannot do without, whether or not the matrix declares them. */
    Set<String> needed(Map<String, String> setting) {
        Optional<CommandTarget> command = spec.commandOf(new Cell(setting));
        Set<String> needed = new LinkedHashSet<>(usedByHooks);
        if (command.isPresent()) {
            needed.addAll(placeholders(command.get()));
        } else {
            needed.addAll(List.of(Axis.DATASET.key(), Axis.MODE.key()));
        }
        return needed;
    }

    /** The part of a setting that has an effect. Settings with the same part are measured as one cell. */
    Map<String, String> effective(Map<String, String> setting) {
        Map<String, String> effective = new LinkedHashMap<>(setting);
        effective.keySet().removeAll(in(setting));
        return effective;
    }

    /** The value that a cell keeps of an axis without effect: the largest number, or the first of other values. */
    static String kept(List<String> values) {
        List<String> ranked = new ArrayList<>(values);
        if (ranked.stream().allMatch(v -> v.matches("\\d{1,18}"))) {
            ranked.sort((a, b) -> Long.compare(Long.parseLong(b), Long.parseLong(a)));
        }
        return ranked.get(0);
    }

    private static Set<String> byAggregator(Map<String, String> setting) {
        String mode = setting.getOrDefault(Axis.MODE.key(), "");
        if (mode.equals(Axis.IN_MEMORY)) {
            return Set.of(Axis.PARALLEL_CHUNKS.key(), Axis.CHUNK_SIZE.key());
        }
        if (mode.equals(Axis.AUTO)) {
            return Set.of(
                    Axis.PARALLEL_CHUNKS.key(),
                    Axis.MAX_WORKERS.key(),
                    Axis.CHUNK_SIZE.key(),
                    Axis.PARALLEL_READERS.key());
        }
        boolean parallel = "true".equals(setting.get(Axis.PARALLEL_CHUNKS.key()));
        return mode.equals(Axis.STREAMING) && !parallel ? Set.of(Axis.MAX_WORKERS.key()) : Set.of();
    }

    /** The dataset always counts: it decides what the output is compared with. */
    private static Set<String> usedBy(CommandTarget command) {
        Set<String> used = placeholders(command);
        used.addAll(command.when().keySet());
        used.add(Axis.DATASET.key());
        return used;
    }

    /** Whether the texts of a program name an axis. */
    static boolean uses(CommandTarget command, String axis) {
        return placeholders(command).contains(axis);
    }

    private static Set<String> placeholders(CommandTarget command) {
        return axesIn(Stream.of(
                        command.command(),
                        command.environment().values(),
                        command.directory().stream().toList(),
                        command.verify().orElse(List.of()))
                .flatMap(Collection::stream));
    }

    private static Set<String> axesIn(Stream<String> texts) {
        Set<String> axes = new HashSet<>();
        texts.flatMap(text -> Placeholders.names(text).stream())
                .filter(name -> !name.equals(Placeholders.OUT))
                .forEach(name -> axes.add(Placeholders.RESERVED.contains(name) ? Axis.DATASET.key() : name));
        return axes;
    }
}
