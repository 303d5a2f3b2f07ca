// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.runmatrix.harness.result.live.LiveObservation;
import dev.runmatrix.reports.model.TriageReport;
import dev.runmatrix.reports.triage.Explanation;
import dev.runmatrix.reports.triage.ProgressEstimate;
import dev.runmatrix.reports.triage.Statement;
import dev.runmatrix.reports.triage.Triage;
import java.util.List;
import java.util.Optional;

/** What was found of a live process, for programs: the verdict, its evidence, and everything that was seen, raw. */
final class TriageJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private TriageJson() {}

    /** What stands in the document. */
    private record Document(
            String schema,
            String state,
            String diagnosis,
            String sentence,
            String why,
            String change,
            double coresUsed,
            double coresWanted,
            double coresGranted,
            Optional<Double> workersRequested,
            double foreignCores,
            List<Statement> statements,
            Optional<Explanation> explanation,
            Optional<ProgressEstimate> progress,
            LiveObservation observation) {}

    static String of(Triage triage, TriageReport report) {
        Document document = new Document(
                "run-matrix/triage/v1",
                triage.state().name(),
                triage.verdict().diagnosis().name(),
                plain(report.sentence().toString()),
                plain(report.why().toString()),
                plain(report.change().toString()),
                triage.facts().usedCores(),
                triage.facts().wantedCores(),
                triage.facts().grantedCores(),
                triage.facts().settings().requestedWorkers(triage.facts().grantedCores()),
                triage.facts().foreignCores(),
                triage.statements(),
                triage.explanation(),
                triage.progress(),
                triage.facts().seen());
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
