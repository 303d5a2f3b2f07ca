// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.Sitting;
import dev.runmatrix.harness.result.StoredRun;
import java.util.List;

/** Stored runs for programs. */
final class ResultsJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private ResultsJson() {}

    /** What {@code results list} prints. */
    private record Listing(String schema, List<RunSummary> runs, List<String> unreadable) {}

    /** What {@code results show} prints. */
    private record Showing(String schema, RunSummary run, List<Sitting> sittings, List<CellEnd> ends) {}

    static String of(StoredRunList list) {
        return text(new Listing("run-matrix/results/v1", list.runs(), list.unreadable()));
    }

    static String of(StoredRun stored, RunSummary summary) {
        return text(new Showing(
                "run-matrix/results/v1",
                summary,
                stored.run().sittings(),
                stored.run().ends()));
    }

    private static String text(Object document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }
}
