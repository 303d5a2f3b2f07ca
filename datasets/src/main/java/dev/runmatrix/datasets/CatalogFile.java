// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DatasetException.Kind;
import dev.runmatrix.datasets.parameters.InvalidParametersException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads a catalogue's YAML and collects its problems with their lines. */
final class CatalogFile {

    private static final String SCHEMA = "run-matrix/datasets/v1";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");

    private final String file;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();

    CatalogFile(String file) {
        this.file = file;
    }

    List<Dataset> read(String yaml) throws DatasetException {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            new Compose(settings)
                    .composeString(yaml)
                    .ifPresentOrElse(this::readRoot, () -> problems.add(file + ": is empty"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(file + ":" + line + ": no valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(file + ": no valid YAML: " + e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new DatasetException(Kind.INVALID, String.join("\n", problems));
        }
        return List.copyOf(datasets.values());
    }

    private void readRoot(Node root) {
        Map<String, Node> keys = entries(root, "the catalogue");
        if (!scalar(keys.getOrDefault("schema", root)).equals(Optional.of(SCHEMA))) {
            problem(root, "schema must be " + SCHEMA);
        }
        for (Map.Entry<String, Node> key : keys.entrySet()) {
            switch (key.getKey()) {
                case "schema" -> {}
                case "datasets" -> entries(key.getValue(), "datasets").forEach(this::readDataset);
                default -> problem(key.getValue(), "unknown key '" + key.getKey() + "'; known: schema, datasets");
            }
        }
    }

    private void readDataset(String name, Node node) {
        if (!NAME.matcher(name).matches()) {
            problem(node, "'" + name + "' is no dataset name: use small letters, digits, '.' and '-'");
            return;
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, Node> setting : entries(node, name).entrySet()) {
            scalar(setting.getValue())
                    .ifPresentOrElse(
                            word -> settings.put(setting.getKey(), word),
                            () -> problem(setting.getValue(), name + ": " + setting.getKey() + " must be one word"));
        }
        try {
            datasets.put(name, Dataset.named(name, settings));
        } catch (InvalidParametersException e) {
            e.problems().forEach(problem -> problem(node, name + ": " + problem));
        }
    }

    private Map<String, Node> entries(Node node, String what) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem(node, what + " must be a mapping");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode()).orElse("");
            if (entries.put(key, tuple.getValueNode()) != null) {
                problem(tuple.getKeyNode(), "'" + key + "' stands here twice");
            }
        }
        return entries;
    }

    private static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode text ? Optional.of(text.getValue()) : Optional.empty();
    }

    private void problem(Node node, String text) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        problems.add(file + ":" + line + ": " + text);
    }
}
