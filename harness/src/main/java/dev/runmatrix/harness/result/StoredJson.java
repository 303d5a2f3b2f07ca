// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A record in a file of its own, which names its schema. */
final class StoredJson {

    private StoredJson() {}

    static void write(Path file, Object value) throws IOException {
        WholeFile.write(file, RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    }

    static <T> T read(Path file, String schema, Class<T> type) throws IOException, UnreadableRunException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableRunException(file + ": no such file");
        }
        try {
            JsonNode json = RunJson.MAPPER.readTree(Files.readAllBytes(file));
            requireSchema(file.toString(), schema, json);
            StoredNumbers.require(file.toString(), json);
            return RunJson.MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UnreadableRunException(file + ": " + e.getOriginalMessage());
        }
    }

    /** Before anything else is read, as another version may have other fields. */
    static void requireSchema(String where, String expected, JsonNode json) throws UnreadableRunException {
        String actual = json.path("schema").asText("");
        if (!expected.equals(actual)) {
            throw new UnreadableRunException(where + ": schema '" + actual + "' is not '" + expected
                    + "'; read it with the version of run-matrix that made it");
        }
    }
}
