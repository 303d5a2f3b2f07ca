// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads {@code run-matrix.yaml}. A file is checked whole: the top level, every profile over it whether it was asked for
 * or not, and whether each of these can be expanded.
 */
public final class MatrixSpecReader {

    /** What the key {@code schema} of a file says. */
    public static final String SCHEMA = "run-matrix/v1";

    private static final YamlTree.Kind MATRIX = new YamlTree.Kind("a matrix file", "schema: " + SCHEMA);

    private final Set<String> datasets;
    private final List<String> shippedJvmArgs;
    private final Engines engines;
    private final Limits limits;

    /**
     * A reader.
     *
     * @param datasets names of the datasets that exist, in the order in which messages list them
     * @param shippedJvmArgs arguments of measured JVMs where the file has no {@code target.jvm_args}
     * @param engines other engines that a file may name without saying how to start them
     * @param limits how much a file may hold
     */
    public MatrixSpecReader(Set<String> datasets, List<String> shippedJvmArgs, Engines engines, Limits limits) {
        this.datasets = datasets;
        this.shippedJvmArgs = List.copyOf(shippedJvmArgs);
        this.engines = engines;
        this.limits = limits;
    }

    /**
     * Reads a file with one of its profiles applied, or as its top level stands.
     *
     * @throws IOException if the file exists but cannot be read
     * @throws ConfigException with everything that is wrong with the file
     */
    public MatrixFile read(Path file, Optional<String> profile) throws IOException, ConfigException {
        Problems problems = new Problems(file.toString());
        Node root = YamlTree.read(file, MATRIX, limits, problems);
        Map<String, Node> profiles = profiles(root, problems);
        Map<String, Optional<MatrixFile>> varied = new LinkedHashMap<>();
        Optional<MatrixFile> plain = check(root, Optional.empty(), problems);
        profiles.forEach((name, over) -> {
            varied.put(name, check(ProfileMerge.merge(root, over), Optional.of(name), problems));
        });
        if (profile.isPresent() && !profiles.containsKey(profile.get())) {
            problems.addAll(List.of(unknown(profile.get(), profiles.keySet(), file)));
        }
        problems.throwIfAny();
        return profile.map(varied::get).orElse(plain).orElseThrow();
    }

    private Optional<MatrixFile> check(Node root, Optional<String> profile, Problems problems) {
        Problems own = new Problems(problems.file());
        Optional<MatrixFile> read = new SpecReading(own, AxisNames.of(root, engines), datasets, shippedJvmArgs, engines)
                .read(root, profile);
        if (own.isEmpty()) {
            return read.flatMap(file -> expanded(file, profile, problems));
        }
        problems.addAll(own.list());
        return Optional.empty();
    }

    private Optional<MatrixFile> expanded(MatrixFile file, Optional<String> profile, Problems problems) {
        try {
            return Optional.of(file.noting(new MatrixExpansion(limits).idleRules(file)));
        } catch (ConfigException e) {
            String with = profile.map(p -> " (with profile " + p + ")").orElse("");
            e.problems().forEach(p -> problems.addAll(List.of(new Problem(p.where(), p.what() + with))));
            return Optional.empty();
        }
    }

    private static Map<String, Node> profiles(Node root, Problems problems) {
        NodeReader reader = new NodeReader(problems);
        Map<String, Node> profiles = new LinkedHashMap<>();
        Optional<Node> all = child(root, "profiles");
        all.filter(node -> !(node instanceof MappingNode))
                .ifPresent(node -> reader.wrong(node, "profiles", "write 'name: {key: value}' lines"));
        for (NodeTuple entry : entries(all)) {
            if (entry.getKeyNode() instanceof ScalarNode name) {
                String at = "profiles." + name.getValue();
                reader.mapping(entry.getValueNode(), at, Section.PROFILE)
                        .ifPresent(usable -> profiles.putIfAbsent(name.getValue(), entry.getValueNode()));
            }
        }
        return profiles;
    }

    private static List<NodeTuple> entries(Optional<Node> node) {
        return node.map(n -> n instanceof MappingNode m ? m.getValue() : List.<NodeTuple>of())
                .orElse(List.of());
    }

    private static Optional<Node> child(Node root, String key) {
        return entries(Optional.of(root)).stream()
                .filter(e ->
                        e.getKeyNode() instanceof ScalarNode k && k.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static Problem unknown(String profile, Set<String> known, Path file) {
        if (known.isEmpty()) {
            return new Problem("--profile " + profile, file + " has no profiles; leave --profile away");
        }
        String what = "no such profile in " + file + Suggestion.among(profile, known, "it has");
        return new Problem("--profile " + profile, what);
    }
}
