// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML 1.2 file as nodes that know their place. Nothing is constructed from tags; size and nesting are bounded. */
final class YamlTree {

    /**
     * What a file is to hold.
     *
     * @param noun what messages call it, {@code a matrix file}
     * @param beginning how it begins, {@code schema: run-matrix/v1}
     */
    record Kind(String noun, String beginning) {}

    private final Limits limits;
    private final Problems problems;
    private int visited;
    private boolean tooLarge;

    private YamlTree(Limits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException if there is no such file, or it is not one YAML document within the limits
     */
    static Node read(Path file, Kind kind, Limits limits, Problems problems) throws IOException, ConfigException {
        return read(file, kind, text(file, kind, limits), limits, problems);
    }

    /**
     * Reads a text.
     *
     * @param file what problems name as its place
     */
    static Node read(Path file, Kind kind, String text, Limits limits, Problems problems) throws ConfigException {
        Node root = compose(file, kind, text, limits);
        YamlTree tree = new YamlTree(limits, problems);
        tree.inspect(root, 1);
        if (tree.tooLarge) {
            problems.throwIfAny();
        }
        return root;
    }

    private static String text(Path file, Kind kind, Limits limits) throws IOException, ConfigException {
        if (!Files.isRegularFile(file)) {
            String what = Files.isDirectory(file) ? "is a directory" : "no such file";
            throw new ConfigException(file.toString(), what + "; name " + kind.noun() + " with --file");
        }
        if (Files.size(file) > limits.bytes()) {
            throw new ConfigException(
                    file.toString(),
                    "has " + Files.size(file) + " bytes; " + kind.noun() + " has at most " + limits.bytes());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ConfigException(file.toString(), "is not UTF-8 text; save it in that encoding");
        }
    }

    private static Node compose(Path file, Kind kind, String text, Limits limits) throws ConfigException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .build();
        Optional<Node> root;
        try {
            requireShallow(file, new Parse(settings).parseString(text), limits);
            root = new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark().map(YamlTree::place).orElse("");
            throw new ConfigException(file + where, "not YAML: " + oneLine(e.getProblem()) + "; correct it there");
        } catch (YamlEngineException e) {
            throw new ConfigException(file.toString(), "not YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
        return root.orElseThrow(
                () -> new ConfigException(file.toString(), "is empty; begin with '" + kind.beginning() + "'"));
    }

    /** Composing nodes recurses, so that deep nesting would end in a stack overflow; going through events does not. */
    private static void requireShallow(Path file, Iterable<Event> events, Limits limits) throws ConfigException {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > limits.depth()) {
                throw new ConfigException(
                        file + event.getStartMark().map(YamlTree::place).orElse(""), tooDeep(limits));
            }
        }
    }

    private static String tooDeep(Limits limits) {
        return "nested deeper than " + limits.depth() + " levels; four are enough";
    }

    private static String place(Mark mark) {
        return ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    private void inspect(Node node, int depth) {
        if (tooLarge) {
            return;
        }
        visited++;
        if (depth > limits.depth()) {
            stop(node, tooDeep(limits));
        } else if (visited > limits.nodes()) {
            stop(node, "more than " + limits.nodes() + " values, aliases counted in full; write a smaller file");
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> inspect(item, depth + 1));
        } else if (node instanceof MappingNode mapping) {
            inspectMapping(mapping, depth);
        }
    }

    private void inspectMapping(MappingNode mapping, int depth) {
        Map<String, Node> first = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                Node earlier = first.putIfAbsent(key.getValue(), key);
                if (earlier != null) {
                    problems.add(
                            key,
                            key.getValue(),
                            "stands here a second time, the first is at " + Problems.mark(earlier) + "; keep one");
                }
            } else {
                problems.add(entry.getKeyNode(), "", "a list or mapping cannot be a key; write a word");
            }
            inspect(entry.getValueNode(), depth + 1);
        }
    }

    private void stop(Node node, String what) {
        tooLarge = true;
        problems.add(node, "", what);
    }
}
