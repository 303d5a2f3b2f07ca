// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The axes that a file may use: those of the aggregator, and free ones. A free axis has values under {@code axes} or in
 * {@code include}, and a command or a {@code when} that makes use of it: a mistyped name has only one of the two. That of engines needs none.
 *
 * @param declared all axes that have values in this file
 * @param free those of them that the aggregator does not know
 */
record AxisNames(Set<String> declared, List<String> free) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    AxisNames {
        declared = Set.copyOf(declared);
        free = List.copyOf(free);
    }

    /** Looks through a file of whatever form. */
    static AxisNames of(Node root, Engines engines) {
        Set<String> written = new LinkedHashSet<>(keys(child(root, "axes")));
        items(child(root, "include")).forEach(setting -> written.addAll(keys(Optional.of(setting))));
        Set<String> used = new HashSet<>();
        Stream.of("target", "targets", "hooks")
                .forEach(part -> child(root, part).ifPresent(node -> use(node, used)));
        items(child(root, "targets")).forEach(target -> used.addAll(keys(child(target, "when"))));
        List<String> free = written.stream()
                .filter(name -> Axis.of(name).isEmpty() && (used.contains(name) || engines.give(name)))
                .filter(name -> NAME.matcher(name).matches() && !Placeholders.RESERVED.contains(name))
                .toList();
        Set<String> declared = new HashSet<>(free);
        written.stream().filter(name -> Axis.of(name).isPresent()).forEach(declared::add);
        return new AxisNames(declared, free);
    }

    /** Those of a matrix that was read before. */
    static AxisNames of(MatrixSpec spec) {
        Set<String> declared = new LinkedHashSet<>(spec.axes().keySet());
        spec.include().forEach(setting -> declared.addAll(setting.keySet()));
        return new AxisNames(
                declared,
                declared.stream().filter(name -> Axis.of(name).isEmpty()).toList());
    }

    /** All names that a setting may hold. */
    List<String> allowed() {
        return Stream.concat(Axis.keys().stream(), free.stream()).toList();
    }

    /** All names that may stand between braces. */
    List<String> placeholders() {
        return Stream.concat(
                        allowed().stream().filter(declared::contains),
                        Placeholders.RESERVED.stream()
                                .filter(name -> name.equals(Placeholders.OUT) || declared.contains(Axis.DATASET.key())))
                .toList();
    }

    private static void use(Node node, Set<String> used) {
        if (node instanceof ScalarNode text) {
            used.addAll(Placeholders.names(text.getValue()));
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> use(item, used));
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> use(entry.getValueNode(), used));
        }
    }

    private static Optional<Node> child(Node node, String key) {
        return entries(Optional.of(node)).stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static List<String> keys(Optional<Node> node) {
        List<String> keys = new ArrayList<>();
        for (NodeTuple entry : entries(node)) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                keys.add(key.getValue());
            }
        }
        return keys;
    }

    private static List<NodeTuple> entries(Optional<Node> node) {
        return node.map(n -> n instanceof MappingNode m ? m.getValue() : List.<NodeTuple>of())
                .orElse(List.of());
    }

    private static List<Node> items(Optional<Node> node) {
        return node.map(n -> n instanceof SequenceNode s ? s.getValue() : List.<Node>of())
                .orElse(List.of());
    }
}
