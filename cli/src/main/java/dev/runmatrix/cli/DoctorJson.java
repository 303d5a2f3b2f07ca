// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.runmatrix.harness.doctor.Check;
import dev.runmatrix.harness.doctor.Hindrance;
import dev.runmatrix.harness.result.Environment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code doctor} found, for programs. */
final class DoctorJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private DoctorJson() {}

    /** What stands in the document. */
    private record Document(String schema, int exitStatus, Environment environment, List<Line> checks) {}

    /** A check as it stands there. */
    private record Line(
            String check,
            String level,
            String found,
            Optional<String> limit,
            Optional<String> advice,
            Optional<Integer> exitStatus) {}

    static String of(Examination examination) {
        Document document = new Document(
                "run-matrix/doctor/v1",
                examination.exitStatus(),
                examination.environment(),
                examination.checks().stream().map(DoctorJson::line).toList());
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }

    private static Line line(Check check) {
        return new Line(
                check.name(),
                check.level().name().toLowerCase(Locale.ROOT),
                check.found(),
                check.limit(),
                check.advice(),
                check.hindrance().map(Hindrance::status));
    }
}
