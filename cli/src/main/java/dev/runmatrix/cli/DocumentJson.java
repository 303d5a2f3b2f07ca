// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.runmatrix.harness.result.Baseline;
import dev.runmatrix.harness.result.FloorAttempt;
import dev.runmatrix.harness.result.FloorRecord;
import dev.runmatrix.harness.result.HomePath;
import dev.runmatrix.harness.result.StoredRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What {@code floor}, {@code profile} and {@code baseline show} print for programs. */
final class DocumentJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private DocumentJson() {}

    private record FloorDocument(String schema, String directory, FloorRecord floor, List<FloorPoint> points) {}

    private record ProfileDocument(String schema, List<ProfilePass> profiles, List<MethodGrowth> differences) {}

    private record BaselineDocument(
            String schema,
            String name,
            Instant savedAt,
            String file,
            String buildDigest,
            boolean buildKept,
            List<String> objections,
            RunSummary run,
            List<JsonNode> cells) {}

    /** @param kept whether its build is at hand */
    static String of(Baseline baseline, Path file, boolean kept) throws CommandFailure {
        StoredRun stored = baseline.stored(file);
        return text(new BaselineDocument(
                "run-matrix/baseline-show/v1",
                baseline.name(),
                baseline.savedAt(),
                HomePath.hidden(file.toString()),
                baseline.run().environment().buildDigest(),
                kept,
                BaselineFitness.of(stored).objections(),
                RunSummary.of(stored),
                CellOutcome.of(JudgedAgain.analysis(stored)).stream()
                        .<JsonNode>map(ConclusionJson::cell)
                        .toList()));
    }

    static String of(Path directory, FloorRecord floor, List<FloorAttempt> attempts) {
        String folder = HomePath.hidden(directory.toString());
        return text(new FloorDocument("run-matrix/floor-result/v1", folder, floor, FloorPoint.of(attempts)));
    }

    /** @param differences what grew from the first profile to the second; empty where there is one */
    static String of(List<ProfilePass> profiles, List<MethodGrowth> differences) {
        return text(new ProfileDocument("run-matrix/profile-result/v1", profiles, differences));
    }

    private static String text(Object document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }
}
