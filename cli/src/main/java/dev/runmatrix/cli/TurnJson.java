// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.statistics.Evidence;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Modes;
import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Two builds that took turns, for programs; seconds and bytes, shares of 1. */
final class TurnJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private TurnJson() {}

    private record Document(
            String schema,
            boolean passed,
            boolean conclusive,
            boolean sameProgram,
            String run,
            long seed,
            Side base,
            Side head,
            String wall,
            long slower,
            long faster,
            List<PairEntry> settings) {}

    private record Side(String given, String kind, Optional<String> gitCommit, Optional<String> buildDigest) {}

    private record PairEntry(
            String id,
            Map<String, String> axes,
            String baseName,
            String headName,
            SideOfPair base,
            SideOfPair head,
            Optional<String> remark,
            List<MetricEntry> metrics) {}

    private record SideOfPair(String state, int forks, int compared) {}

    private record MetricEntry(
            String metric,
            String unit,
            double base,
            double head,
            int baseForks,
            int headForks,
            double ratio,
            Optional<Double> low,
            Optional<Double> high,
            String verdict,
            boolean clear,
            boolean takenBack,
            boolean blamesTheMachine,
            double tolerance,
            double pSlower,
            double pFaster,
            double adjustedP,
            OptionalDouble smallestChange,
            OptionalInt forksNeeded,
            int baseOutliers,
            int headOutliers,
            Optional<Modes> baseModes,
            Optional<Modes> headModes) {}

    static String of(BuildComparison comparison) {
        return text(new Document(
                "run-matrix/ab/v1",
                TurnStatus.passed(comparison),
                TurnStatus.isConclusive(comparison),
                comparison.isSameProgram(),
                comparison.run().id(),
                comparison.run().seed(),
                side(comparison.builds().base()),
                side(comparison.builds().head()),
                lower(comparison.clock()),
                count(comparison, Verdict.SLOWER),
                count(comparison, Verdict.FASTER),
                comparison.pairs().stream().map(TurnJson::entry).toList()));
    }

    private static long count(BuildComparison comparison, Verdict verdict) {
        return comparison.pairs().stream()
                .filter(pair -> pair.metrics().stream().anyMatch(metric -> metric.verdict() == verdict))
                .count();
    }

    private static Side side(BuildFacts build) {
        return new Side(build.given(), lower(build.kind()), build.commit(), build.digest());
    }

    private static PairEntry entry(JudgedPair pair) {
        return new PairEntry(
                pair.setting().id(),
                pair.setting().axes(),
                pair.base().name(),
                pair.head().name(),
                side(pair.baseSide()),
                side(pair.headSide()),
                TurnWords.remark(pair),
                pair.metrics().stream().map(TurnJson::entry).toList());
    }

    private static SideOfPair side(ComparedCell.Side side) {
        return new SideOfPair(lower(side.state()), side.forks(), side.clean());
    }

    private static MetricEntry entry(JudgedMetric metric) {
        Evidence evidence = TurnNumbers.evidence(metric);
        return new MetricEntry(
                metric.metric().key(),
                metric.metric() == Metric.PEAK_RSS ? "bytes" : "seconds",
                metric.baseMedian(),
                metric.headMedian(),
                metric.base().size(),
                metric.head().size(),
                metric.ratio(),
                evidence.ratio().interval().map(interval -> interval.low()),
                evidence.ratio().interval().map(interval -> interval.high()),
                lower(metric.verdict()),
                TurnNumbers.isClear(metric),
                metric.confirmed().isTakenBack(),
                metric.blamesTheMachine(),
                evidence.tolerance(),
                evidence.pSlower(),
                evidence.pFaster(),
                metric.confirmed().adjustedP(),
                evidence.sensitivity().smallestChange(),
                evidence.sensitivity().forksNeeded(),
                evidence.baseShape().outliers().size(),
                evidence.candidateShape().outliers().size(),
                evidence.baseShape().modes(),
                evidence.candidateShape().modes());
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
