// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of baselines, {@code baselines/<name>.json}. */
public final class BaselineStore {

    public static final String EXTENSION = ".json";

    private final Path folder;

    public BaselineStore(Path folder) {
        this.folder = folder;
    }

    /** Where a baseline of this name is or would be. */
    public Path file(BaselineName name) {
        return folder.resolve(name.text() + EXTENSION);
    }

    public boolean has(BaselineName name) {
        return Files.isRegularFile(file(name));
    }

    /** The names of all baselines, in order; other files of the folder are passed over. */
    public List<BaselineName> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(EXTENSION))
                    .map(file -> file.substring(0, file.length() - EXTENSION.length()))
                    .sorted()
                    .flatMap(name -> BaselineName.of(name).stream())
                    .toList();
        }
    }

    /** Writes a baseline, in the place of one of the same name: a reader sees the old or the new. */
    public Path write(Baseline baseline) throws IOException {
        Path file = file(new BaselineName(baseline.name()));
        Files.createDirectories(folder);
        WholeFile.write(file, text(baseline).getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** A line for each fork: where the file is kept in a repository, a change can be read. */
    private static String text(Baseline baseline) throws JsonProcessingException {
        StringBuilder text = new StringBuilder("{\n");
        key("schema", baseline.schema(), text).append(",\n");
        key("name", baseline.name(), text).append(",\n");
        key("saved_at", baseline.savedAt(), text).append(",\n");
        key("run", baseline.run(), text).append(",\n\"forks\": [");
        String separator = "\n";
        for (ForkRecord fork : baseline.forks()) {
            text.append(separator).append(RunJson.MAPPER.writeValueAsString(fork));
            separator = ",\n";
        }
        return text.append("\n]\n}\n").toString();
    }

    private static StringBuilder key(String key, Object value, StringBuilder text) throws JsonProcessingException {
        return text.append('"').append(key).append("\": ").append(RunJson.MAPPER.writeValueAsString(value));
    }

    /**
     * Reads a baseline, from the folder or from anywhere.
     *
     * @throws UnreadableRunException if the file holds no baseline, one of another schema version, or a damaged one
     */
    public static Baseline read(Path file) throws IOException, UnreadableRunException {
        try {
            JsonNode json = RunJson.MAPPER.readTree(Files.readAllBytes(file));
            requireSchema(file + ": ", Baseline.SCHEMA, json);
            requireSchema(file + ": the run: ", RunRecord.SCHEMA, json.path("run"));
            for (JsonNode fork : json.path("forks")) {
                requireSchema(file + ": a fork: ", ForkRecord.SCHEMA, fork);
            }
            StoredNumbers.require(file.toString(), json);
            return RunJson.MAPPER.treeToValue(json, Baseline.class);
        } catch (JsonProcessingException e) {
            throw new UnreadableRunException(
                    file + ": " + e.getOriginalMessage().lines().findFirst().orElse("not readable as JSON")
                            + "; save the baseline again");
        }
    }

    /** Before anything else is read, as another version may have other fields. */
    private static void requireSchema(String where, String expected, JsonNode json) throws UnreadableRunException {
        String actual = json.path("schema").asText("");
        if (!expected.equals(actual)) {
            throw new UnreadableRunException(where + "schema '" + actual + "' is not '" + expected
                    + "'; save the baseline again, or use the version of run-matrix that made it");
        }
    }

    /** Removes a baseline; whether there was one. */
    public boolean remove(BaselineName name) throws IOException {
        return Files.deleteIfExists(file(name));
    }
}
