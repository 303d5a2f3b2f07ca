// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.init;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the section {@code performance} of the configuration of the Python program, and says all that is wrong with it. */
public final class ProgramConfigReader {

    private static final String SECTION = "performance";
    private static final String MERGE = "<<";
    private static final Set<String> AXES = Set.of("use_streaming", "parallel_chunks", "max_workers", "chunk_size");

    /** What the program also knows, and what no axis stands for. */
    private static final Set<String> PROGRAM_KEYS = Set.of(
            "cache_enabled_tags",
            "column_filtering",
            "db_batch_size",
            "delete_intermediate_dfs",
            "gc_after_aggregation",
            "parallel_readers",
            "streaming_threshold_rows",
            "use_arrow_compute",
            "use_bulk_copy",
            "use_categorical");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Za-z0-9_]+(?::-([^}]*))?}");
    private static final Set<String> TRUE = Set.of("true", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "no", "off");
    private static final int MOST_NAMED = 20;

    private final Path file;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private ProgramConfigReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws UnusableConfigException if it is no YAML, or lacks the section, or a value in it means nothing
     */
    public static ProgramConfig read(Path file) throws UnusableConfigException, IOException {
        return new ProgramConfigReader(file).read(ConfigTree.read(file));
    }

    private ProgramConfig read(Node root) throws UnusableConfigException {
        MappingNode section = section(root)
                .orElseThrow(() -> ConfigTree.unusable(file + ": has no section '" + SECTION
                        + ":' with settings in it; without --from a matrix is made that needs none"));
        section.getValue().forEach(this::take);
        ProgramSettings usual = ProgramSettings.DEFAULT;
        boolean streaming = truth("use_streaming", usual.streaming());
        boolean parallel = truth("parallel_chunks", usual.parallelChunks());
        int workers = whole("max_workers", usual.maxWorkers(), ProgramSettings.MOST_WORKERS);
        int rows = whole("chunk_size", usual.chunkSize(), Integer.MAX_VALUE);
        if (!problems.isEmpty()) {
            throw new UnusableConfigException(problems);
        }
        return new ProgramConfig(new ProgramSettings(streaming, parallel, workers, rows), others, notes);
    }

    private Optional<MappingNode> section(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        List<NodeTuple> sections = mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(SECTION))
                .toList();
        if (sections.size() > 1) {
            problems.add(place(sections.get(1).getKeyNode()) + ": " + SECTION + ": stands here twice; keep one");
        }
        return sections.stream()
                .map(NodeTuple::getValueNode)
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .findFirst();
    }

    private void take(NodeTuple entry) {
        String key = entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
        if (AXES.contains(key)) {
            if (values.putIfAbsent(key, entry.getValueNode()) != null) {
                problem(entry.getKeyNode(), key, "stands here twice; keep one");
            }
        } else if (key.equals(MERGE)) {
            problem(entry.getKeyNode(), key, "settings taken from elsewhere are not followed; write them out");
        } else if (PROGRAM_KEYS.contains(key)) {
            others.add(key);
        } else if (notes.size() < MOST_NAMED) {
            String shown = KEY.matcher(key).matches() ? "'" + key + "'" : "a key";
            notes.add(place(entry.getKeyNode()) + ": " + shown + " is not known here, and left to the program");
        }
    }

    private boolean truth(String key, boolean usual) {
        Optional<String> word = word(key, String.valueOf(usual)).map(text -> text.toLowerCase(Locale.ROOT));
        if (word.isEmpty() || TRUE.contains(word.get()) || FALSE.contains(word.get())) {
            return word.map(TRUE::contains).orElse(usual);
        }
        valueProblem(key, "must be true or false");
        return usual;
    }

    private int whole(String key, int usual, int most) {
        Optional<String> word = word(key, String.valueOf(usual)).map(text -> text.replace("_", ""));
        if (word.isEmpty()) {
            return usual;
        }
        if (word.get().matches("[0-9]{1,10}")) {
            long value = Long.parseLong(word.get());
            if (value >= 1 && value <= most) {
                return (int) value;
            }
        }
        valueProblem(key, "must be a whole number from 1 to " + most);
        return usual;
    }

    /** What a key is set to; absent where the program's usual value is to be assumed, which is noted. */
    private Optional<String> word(String key, String usual) {
        Node value = values.get(key);
        if (value == null) {
            notes.add(file + ": " + key + " is not set; " + usual + " is assumed, as the program does");
            return Optional.empty();
        }
        String text = value instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
        Matcher variable = VARIABLE.matcher(text);
        if (!variable.matches()) {
            return Optional.of(text);
        }
        Optional<String> given = Optional.ofNullable(variable.group(1)).filter(word -> !word.isBlank());
        notes.add(place(value) + ": " + key + " comes from the environment; " + given.orElse(usual) + " is assumed");
        return given.map(String::strip);
    }

    private void valueProblem(String key, String what) {
        Node value = values.get(key);
        if (value != null) {
            problem(value, key, what);
        }
    }

    private void problem(Node node, String key, String what) {
        problems.add(place(node) + ": " + SECTION + "." + key + ": " + what);
    }

    private String place(Node node) {
        return file
                + node.getStartMark()
                        .map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                        .orElse("");
    }
}
