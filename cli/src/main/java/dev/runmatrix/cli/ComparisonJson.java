// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.Difference;
import dev.runmatrix.reports.comparison.Finding;
import dev.runmatrix.reports.comparison.MetricComparison;
import dev.runmatrix.reports.comparison.RunComparison;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A comparison for programs; seconds and bytes, shares of 1. A refused one has its reasons and no numbers. */
final class ComparisonJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private ComparisonJson() {}

    private record Document(
            String schema,
            boolean passed,
            boolean comparable,
            boolean advisory,
            boolean conclusive,
            boolean sameProgram,
            Side base,
            Side candidate,
            List<Difference> differences,
            List<Difference> remarks,
            String wall,
            int suspects,
            List<String> movedTogether,
            List<CellEntry> cells,
            List<Unmatched> onlyInBase,
            List<Unmatched> onlyInCandidate) {}

    private record Side(String label, String run, String buildDigest, Optional<String> gitCommit, boolean gitDirty) {}

    private record CellEntry(
            String id,
            String name,
            String baseName,
            Map<String, String> axes,
            SideOfCell base,
            SideOfCell candidate,
            Optional<String> remark,
            List<MetricEntry> metrics) {}

    private record SideOfCell(String state, int forks, int clean) {}

    private record MetricEntry(
            String metric,
            String unit,
            double base,
            double candidate,
            int baseForks,
            int candidateForks,
            double ratio,
            Optional<Double> low,
            Optional<Double> high,
            String finding,
            boolean exceedsDrift,
            double drift,
            int driftSittings,
            double tolerance,
            double pSlower,
            double pFaster,
            OptionalDouble smallestChange,
            OptionalInt forksNeeded) {}

    private record Unmatched(String id, String name, Map<String, String> axes) {}

    static String of(Compared compared) {
        RunComparison comparison = compared.comparison();
        boolean shown = !compared.isRefused();
        ComparisonWords words = ComparisonWords.of(compared);
        return text(new Document(
                "run-matrix/compare/v1",
                comparison.passed(),
                comparison.comparability().isComparable(),
                compared.advisory(),
                comparison.isConclusive(),
                comparison.comparability().sameProgram(),
                side(compared.base()),
                side(compared.candidate()),
                comparison.comparability().differences(),
                comparison.comparability().remarks(),
                lower(comparison.clock()),
                shown ? comparison.count(Finding.SUSPECT) : 0,
                shown ? comparison.movedTogether().stream().map(Metric::key).toList() : List.of(),
                shown ? comparison.cells().stream().map(c -> entry(c, words)).toList() : List.of(),
                unmatched(comparison.onlyInBase()),
                unmatched(comparison.onlyInCandidate())));
    }

    private static Side side(Comparand side) {
        Environment environment = side.stored().run().environment();
        return new Side(
                side.label(),
                side.stored().run().id(),
                environment.buildDigest(),
                environment.gitCommit(),
                environment.gitDirty());
    }

    private static CellEntry entry(ComparedCell cell, ComparisonWords words) {
        return new CellEntry(
                cell.id(),
                cell.name(),
                cell.baseName(),
                cell.planned().cell().axes(),
                side(cell.base()),
                side(cell.candidate()),
                words.remark(cell),
                cell.metrics().stream().map(ComparisonJson::entry).toList());
    }

    private static SideOfCell side(ComparedCell.Side side) {
        return new SideOfCell(lower(side.state()), side.forks(), side.clean());
    }

    private static MetricEntry entry(MetricComparison metric) {
        return new MetricEntry(
                metric.metric().key(),
                metric.metric() == Metric.PEAK_RSS ? "bytes" : "seconds",
                metric.baseMedian(),
                metric.candidateMedian(),
                metric.screened().evidence().baseForks(),
                metric.screened().evidence().candidateForks(),
                metric.ratio(),
                metric.interval().map(i -> i.low()),
                metric.interval().map(i -> i.high()),
                lower(metric.finding()),
                metric.screened().exceedsDrift(),
                metric.screened().drift().smallestChange(),
                metric.screened().drift().sittings(),
                metric.metric().tolerance(),
                metric.screened().evidence().pSlower(),
                metric.screened().evidence().pFaster(),
                metric.smallestChange(),
                metric.forksNeeded());
    }

    private static List<Unmatched> unmatched(List<PlannedCell> cells) {
        return cells.stream()
                .map(c -> new Unmatched(c.cell().id(), c.name(), c.cell().axes()))
                .toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Object document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }
}
