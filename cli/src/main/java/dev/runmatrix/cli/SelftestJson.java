// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.runmatrix.cli.selftest.Called;
import dev.runmatrix.cli.selftest.ScenarioResult;
import dev.runmatrix.cli.selftest.ScenarioResult.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A test of the harness for programs. */
final class SelftestJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private SelftestJson() {}

    /** What stands in the document. */
    private record Document(String schema, boolean passed, int planned, List<Line> scenarios) {}

    /** A scenario as it stands there. */
    private record Line(
            String name,
            String shows,
            String outcome,
            double seconds,
            List<String> details,
            List<Called> called,
            Optional<String> folder) {}

    static String of(List<ScenarioResult> results, int planned) {
        Document document = new Document(
                "run-matrix/selftest/v1",
                results.size() == planned && results.stream().noneMatch(r -> r.outcome() == Outcome.FAILED),
                planned,
                results.stream().map(SelftestJson::line).toList());
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }

    private static Line line(ScenarioResult result) {
        return new Line(
                result.name(),
                result.shows(),
                result.outcome().name().toLowerCase(Locale.ROOT),
                result.took().toMillis() / 1e3,
                result.details(),
                result.called(),
                result.folder().map(Path::toString));
    }
}
