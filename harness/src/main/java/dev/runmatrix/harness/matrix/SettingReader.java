// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the values of axes, alone and as settings of several axes, into their canonical text. */
final class SettingReader {

    private static final int MOST_WORKERS = 1024;

    private final NodeReader reader;
    private final List<String> datasets;

    SettingReader(NodeReader reader, Set<String> datasets) {
        this.reader = reader;
        this.datasets = List.copyOf(datasets);
    }

    /** Axis names to all values that the matrix is to go through, in order of declaration. */
    Map<String, List<String>> axes(Mapping axes) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        for (String key : axes.keys()) {
            Axis axis = Axis.of(key).orElseThrow();
            List<String> values = axes.list(key, (value, at) -> value(axis, value, at));
            if (axes.isEmptyList(key)) {
                axes.complain(key, "has no value; write a list, such as " + example(axis));
            } else if (new LinkedHashSet<>(values).size() < values.size()) {
                axes.complain(key, "names a value twice; keep each once");
            }
            read.put(key, values);
        }
        return read;
    }

    /** One value for each of some axes. */
    Optional<Map<String, String>> setting(Node node, String at) {
        return reader.mapping(node, at, Section.SETTING).map(this::setting);
    }

    private Map<String, String> setting(Mapping mapping) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String key : mapping.keys()) {
            Axis axis = Axis.of(key).orElseThrow();
            mapping.read(key, (value, at) -> value(axis, value, at)).ifPresent(text -> read.put(key, text));
        }
        if (mapping.keys().isEmpty()) {
            mapping.complain("sets no axis; write at least one, such as mode: streaming");
        }
        return read;
    }

    private Optional<String> value(Axis axis, Node node, String at) {
        return switch (axis) {
            case DATASET -> reader.text(node, at).flatMap(name -> dataset(node, at, name));
            case MODE -> reader.oneOf(node, at, List.of(Axis.IN_MEMORY, Axis.STREAMING, Axis.AUTO));
            case PARALLEL_CHUNKS -> reader.truth(node, at).map(String::valueOf);
            case MAX_WORKERS, PARALLEL_READERS ->
                reader.whole(node, at, 1, MOST_WORKERS).map(String::valueOf);
            case CHUNK_SIZE -> reader.whole(node, at, 1, Integer.MAX_VALUE).map(String::valueOf);
        };
    }

    private Optional<String> dataset(Node node, String at, String name) {
        if (datasets.contains(name)) {
            return Optional.of(name);
        }
        String what = "unknown dataset '" + name + "'" + Suggestion.among(name, datasets, "known");
        return reader.complain(node, at, what);
    }

    private static String example(Axis axis) {
        return switch (axis) {
            case DATASET -> "[production-medium]";
            case MODE -> "[streaming, in-memory]";
            case PARALLEL_CHUNKS -> "[false, true]";
            case MAX_WORKERS, PARALLEL_READERS -> "[1, 2, 4]";
            case CHUNK_SIZE -> "[50000, 100000]";
        };
    }
}
