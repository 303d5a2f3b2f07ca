// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.runmatrix.harness.result.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What is noted beside a kept build, {@code build.json}.
 *
 * @param schema {@value #SCHEMA}
 * @param digest SHA-256 over its own jars
 * @param commit the commit that it was built from; absent where it was not built from one for the store
 * @param keptAt when it was kept
 */
record BuildNote(String schema, String digest, Optional<String> commit, Instant keptAt) {

    static final String SCHEMA = "run-matrix/build/v1";

    private static final String NAME = "build.json";
    private static final long MOST_BYTES = 65_536;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    void write(Path home) throws IOException {
        WholeFile.write(
                home.resolve(NAME), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    /** The commit that the note of a build names; empty where it names none, or cannot be read. */
    static Optional<String> commitIn(Path home) throws IOException {
        Path file = home.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            BuildNote note = MAPPER.readValue(Files.readAllBytes(file), BuildNote.class);
            return note.schema().equals(SCHEMA) ? note.commit() : Optional.empty();
        } catch (JsonProcessingException e) {
            // Then nothing is known of where it comes from.
            return Optional.empty();
        }
    }
}
