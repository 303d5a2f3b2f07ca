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

    private static final int LONGEST_VALUE = 100;
    private static final String FREE_AXIS =
            "; an axis of your own must be used by a command, as {name}, or by the when of a target";

    private final NodeReader reader;
    private final List<String> datasets;
    private final List<String> names;

    SettingReader(NodeReader reader, Set<String> datasets, AxisNames axes) {
        this.reader = reader;
        this.datasets = List.copyOf(datasets);
        this.names = axes.allowed();
    }

    /** All axes of the file. */
    Optional<Map<String, List<String>>> axes(Node node, String at) {
        return reader.mapping(node, at, names, FREE_AXIS).map(this::axes);
    }

    /** Axis names to all values that the matrix is to go through, in order of declaration. */
    private Map<String, List<String>> axes(Mapping axes) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        for (String key : axes.keys()) {
            Optional<Axis> axis = Axis.of(key);
            List<String> values = axes.list(key, (value, at) -> value(axis, value, at));
            if (axes.isEmptyList(key)) {
                axes.complain(
                        key,
                        "has no value; write a list, such as "
                                + axis.map(SettingReader::example).orElse("[a, b]"));
            } else if (new LinkedHashSet<>(values).size() < values.size()) {
                axes.complain(key, "names a value twice; keep each once");
            }
            read.put(key, values);
        }
        return read;
    }

    /** One value for each of some axes. */
    Optional<Map<String, String>> setting(Node node, String at) {
        return reader.mapping(node, at, names, FREE_AXIS).map(this::setting);
    }

    private Map<String, String> setting(Mapping mapping) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String key : mapping.keys()) {
            Optional<Axis> axis = Axis.of(key);
            mapping.read(key, (value, at) -> value(axis, value, at)).ifPresent(text -> read.put(key, text));
        }
        if (mapping.keys().isEmpty()) {
            mapping.complain("sets no axis; write at least one, such as mode: streaming");
        }
        return read;
    }

    private Optional<String> value(Optional<Axis> axis, Node node, String at) {
        return axis.isPresent() ? value(axis.get(), node, at) : freeValue(node, at);
    }

    private Optional<String> freeValue(Node node, String at) {
        Optional<String> text = reader.anyScalar(node, at);
        if (text.filter(t -> t.isBlank() || t.contains("\n") || t.contains("\t"))
                .isPresent()) {
            return reader.complain(node, at, "is no value; write a word, or several in one line");
        }
        return text.filter(t -> t.length() <= LONGEST_VALUE)
                .or(() -> text.isPresent()
                        ? reader.complain(node, at, "is longer than " + LONGEST_VALUE + " characters; shorten it")
                        : Optional.empty());
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
