// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.GateRule.Bound;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;
import dev.runmatrix.reports.gate.GateResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a gate says for programs; limits and values in seconds, bytes, cores or shares of 1, as {@code unit} tells. */
final class GateJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private GateJson() {}

    /** {@code passed}: no rule failed; {@code exitStatus}: what the gate alone makes of it. */
    private record Document(
            String schema,
            String run,
            Optional<String> baseline,
            boolean passed,
            int exitStatus,
            Map<String, Integer> counts,
            List<Entry> results,
            List<String> notices) {}

    private record Entry(
            String outcome,
            RuleEntry rule,
            CellEntry cell,
            Optional<Double> value,
            Optional<Double> low,
            Optional<Double> high,
            Optional<Double> coverage,
            String sentence,
            Optional<String> accepted) {}

    private record RuleEntry(
            String text,
            String metric,
            String cells,
            String bound,
            double limit,
            String unit,
            double confidence,
            boolean holm) {}

    private record CellEntry(String id, String name, Map<String, String> axes) {}

    /**
     * The document.
     *
     * @param status the exit status as far as it depends on the gate
     */
    static String of(Gate gate, GateReport report, StoredRun stored, int status) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (GateOutcome outcome : GateOutcome.values()) {
            counts.put(lower(outcome), report.count(outcome));
        }
        return text(new Document(
                "run-matrix/gate/v1",
                stored.run().id(),
                gate.baseline(),
                !report.has(GateOutcome.FAIL),
                status,
                counts,
                report.results().stream().map(GateJson::entry).toList(),
                report.notices()));
    }

    private static Entry entry(GateResult result) {
        return new Entry(
                lower(result.outcome()),
                rule(result.rule()),
                new CellEntry(
                        result.cell().cell().id(),
                        result.cell().name(),
                        result.cell().cell().axes()),
                result.value(),
                result.interval().map(Interval::low),
                result.interval().map(Interval::high),
                result.interval().map(Interval::coverage),
                result.sentence(),
                result.accepted());
    }

    private static RuleEntry rule(GateRule rule) {
        return new RuleEntry(
                rule.words(),
                rule.metric().key(),
                rule.cells().argument(),
                rule.bound().key(),
                rule.limit(),
                unit(rule),
                rule.confidence(),
                rule.holm());
    }

    private static String unit(GateRule rule) {
        if (rule.bound() == Bound.MAX_INCREASE || rule.bound() == Bound.MIN_FRACTION_OF_REQUESTED) {
            return "share";
        }
        return rule.metric() == GateMetric.PEAK_RSS
                ? "bytes"
                : rule.metric() == GateMetric.CORES_USED ? "cores" : "seconds";
    }

    private static String lower(GateOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Object document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }
}
