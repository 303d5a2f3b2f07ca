// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.claim.ClaimCase;
import dev.runmatrix.reports.claim.ClaimEvidence;
import dev.runmatrix.reports.claim.ClaimOutcome;
import dev.runmatrix.reports.claim.ClaimReport;
import dev.runmatrix.reports.claim.ClaimResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What became of claims, for programs; values and limits in the unit that is named, evidence in that of the metric. */
final class ClaimJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private ClaimJson() {}

    /** {@code passed}: no claim fails; {@code gating}: whether claims of the gate fail the run. */
    private record Document(
            String schema,
            String run,
            boolean passed,
            boolean gating,
            int exitStatus,
            Map<String, Integer> counts,
            List<Entry> claims) {}

    private record Entry(
            String id,
            String name,
            String outcome,
            boolean passed,
            boolean gate,
            Optional<String> where,
            String kind,
            Optional<String> metric,
            String unit,
            Optional<Double> atLeast,
            Optional<Double> atMost,
            Optional<Double> statedMost,
            Optional<Double> value,
            Optional<Double> low,
            Optional<Double> high,
            Optional<Double> coverage,
            String formula,
            List<ClaimEvidence> evidence,
            String reason,
            int cases,
            int casesPassing) {}

    /**
     * The document.
     *
     * @param status the exit status as far as it depends on the claims
     */
    static String of(ClaimReport report, StoredRun stored, boolean gating, int status) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (ClaimOutcome outcome : ClaimOutcome.values()) {
            counts.put(lower(outcome), report.count(outcome));
        }
        return text(new Document(
                "run-matrix/claims/v1",
                stored.run().id(),
                report.count(ClaimOutcome.FAIL) == 0,
                gating,
                status,
                counts,
                report.results().stream().map(ClaimJson::entry).toList()));
    }

    /** Another document with the claims in it, where there are some. */
    static String beside(String document, Optional<String> claims) {
        if (claims.isEmpty()) {
            return document;
        }
        try {
            ObjectNode whole = (ObjectNode) MAPPER.readTree(document);
            whole.set("claims", MAPPER.readTree(claims.get()));
            return text(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("both were written here", e);
        }
    }

    private static Entry entry(ClaimResult result) {
        Claim claim = result.claim();
        ClaimLimit limit = claim.limit();
        ClaimCase decisive = result.decisive();
        boolean within = limit.unit() == ClaimLimit.Unit.WITHIN;
        return new Entry(
                result.id(),
                claim.name(),
                lower(result.outcome()),
                result.outcome() == ClaimOutcome.PASS,
                claim.gate(),
                claim.where(),
                claim.kind().key(),
                claim.metric().map(GateMetric::key),
                within ? lower(ClaimLimit.Unit.TIMES) : lower(limit.unit()),
                within ? Optional.of(limit.least()) : limit.atLeast(),
                within ? Optional.of(limit.most()) : limit.atMost(),
                limit.stated(),
                decisive.value(),
                decisive.interval().map(Interval::low),
                decisive.interval().map(Interval::high),
                decisive.interval().map(Interval::coverage),
                decisive.formula(),
                decisive.evidence(),
                decisive.reason(),
                result.cases(),
                result.passing());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Object document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }
}
