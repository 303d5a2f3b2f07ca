// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.Output;
import dev.runmatrix.aggregator.Setting;
import dev.runmatrix.aggregator.SpillSettings;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.harness.matrix.Axis;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Translates the words of the matrix into a configuration of the aggregator. */
final class CellConfiguration {

    private static final int DEFAULT_CHUNK_ROWS = 100_000;

    private CellConfiguration() {}

    static AggregationConfig of(ForkTask task) {
        Map<String, String> axes = task.axes();
        Mode mode = mode(axes.getOrDefault(Axis.MODE.key(), Axis.IN_MEMORY));
        return new AggregationConfig(
                task.inputs().stream().map(Location::parse).toList(),
                Location.of(task.params()),
                Output.file(task.output()),
                mode,
                Boolean.parseBoolean(axes.getOrDefault(Axis.PARALLEL_CHUNKS.key(), "false")),
                number(axes, Axis.MAX_WORKERS).orElse(1),
                number(axes, Axis.CHUNK_SIZE).orElse(DEFAULT_CHUNK_ROWS),
                mode == Mode.AUTO ? OptionalInt.empty() : number(axes, Axis.PARALLEL_READERS),
                true,
                SpillSettings.USUAL,
                EnumSet.allOf(Setting.class));
    }

    private static Mode mode(String text) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "mode: '" + text + "' is none of " + Arrays.toString(Mode.values())));
    }

    private static OptionalInt number(Map<String, String> axes, Axis axis) {
        return Optional.ofNullable(axes.get(axis.key())).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
    }
}
