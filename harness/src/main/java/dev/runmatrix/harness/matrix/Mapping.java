// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of the file whose keys have been checked against those that it may hold. */
final class Mapping {

    private final MappingNode node;
    private final String path;
    private final Map<String, Node> values;
    private final NodeReader reader;

    private Mapping(MappingNode node, String path, Map<String, Node> values, NodeReader reader) {
        this.node = node;
        this.path = path;
        this.values = values;
        this.reader = reader;
    }

    static Mapping of(MappingNode node, String path, List<String> known, String hint, NodeReader reader) {
        Map<String, Node> values = new LinkedHashMap<>();
        Mapping mapping = new Mapping(node, path, values, reader);
        for (NodeTuple entry : node.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                if (known.contains(key.getValue())) {
                    values.putIfAbsent(key.getValue(), entry.getValueNode());
                } else {
                    String what = "unknown key" + Suggestion.among(key.getValue(), known, "known here") + hint;
                    reader.problems().add(key, mapping.pathOf(key.getValue()), what);
                }
            }
        }
        return mapping;
    }

    /** The keys that the file gives, in its order. */
    List<String> keys() {
        return new ArrayList<>(values.keySet());
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean isEmptyList(String key) {
        return values.get(key) instanceof SequenceNode list && list.getValue().isEmpty();
    }

    <T> Optional<T> read(String key, BiFunction<Node, String, Optional<T>> how) {
        return Optional.ofNullable(values.get(key)).flatMap(value -> how.apply(value, pathOf(key)));
    }

    <T> List<T> list(String key, BiFunction<Node, String, Optional<T>> item) {
        return read(key, (value, at) -> Optional.of(reader.list(value, at, item)))
                .orElse(List.of());
    }

    Optional<Mapping> mapping(String key, Section section) {
        return read(key, (value, at) -> reader.mapping(value, at, section));
    }

    Optional<String> text(String key) {
        return read(key, reader::text);
    }

    /** Complains about each of these keys that the file does not give. */
    void require(Map<String, String> keysAndExamples) {
        keysAndExamples.forEach((key, example) -> {
            if (!has(key)) {
                reader.problems().add(node, pathOf(key), "is missing; write '" + key + ": " + example + "'");
            }
        });
    }

    /** Complains about one of this mapping's keys, where its value stands. */
    void complain(String key, String what) {
        reader.problems().add(Optional.ofNullable(values.get(key)).orElse(node), pathOf(key), what);
    }

    /** Complains about the mapping as a whole. */
    void complain(String what) {
        reader.problems().add(node, path, what);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
