// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import dev.runmatrix.harness.matrix.GateRule.Bound;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the gate of a matrix. */
final class GateReader {

    private static final int MOST_RULES = 100;
    private static final String EXAMPLE = "[{metric: wall, max_increase: 5%}]";
    private static final String HOLM = "holm";
    private static final String FAIL = "fail";

    private final NodeReader reader;
    private final CellsReader cells;

    GateReader(NodeReader reader, CellsReader cells) {
        this.reader = reader;
        this.cells = cells;
    }

    /** A gate; where it has no rule that could be read, the problems say so. */
    Optional<Gate> read(Mapping gate) {
        gate.require(Map.of("rules", EXAMPLE));
        if (gate.isEmptyList("rules")) {
            gate.complain("rules", "has no rule; write one, such as " + EXAMPLE + ", or leave the gate away");
        }
        Optional<String> baseline = gate.text("baseline");
        List<GateRule> rules = gate.list("rules", this::rule);
        if (rules.size() > MOST_RULES) {
            gate.complain("rules", "are " + rules.size() + ", more than " + MOST_RULES + "; give fewer");
        }
        boolean fails = gate.read("on_inconclusive", (value, key) -> reader.oneOf(value, key, List.of("warn", FAIL)))
                .filter(FAIL::equals)
                .isPresent();
        return rules.isEmpty() ? Optional.empty() : Optional.of(new Gate(baseline, rules, fails));
    }

    private Optional<GateRule> rule(Node node, String at) {
        return reader.mapping(node, at, Section.RULE).flatMap(this::rule);
    }

    private Optional<GateRule> rule(Mapping rule) {
        rule.require(Map.of("metric", "wall"));
        Optional<GateMetric> metric = rule.read("metric", (value, key) -> reader.oneOf(value, key, GateMetric.keys()))
                .flatMap(GateMetric::of);
        Optional<CellFilter> named = rule.has("cells") ? rule.read("cells", cells::read) : Optional.of(CellFilter.ALL);
        Optional<Bound> bound = bound(rule);
        boolean increase = bound.filter(b -> b == Bound.MAX_INCREASE).isPresent();
        Optional<Double> confidence = rule.has("confidence")
                ? rule.read("confidence", this::confidence)
                : Optional.of(increase ? GateRule.DEFAULT_CONFIDENCE : GateRule.DEFAULT_CONFIDENCE_OF_BOUNDS);
        boolean holm = holm(rule, bound);
        if (metric.isEmpty() || named.isEmpty() || bound.isEmpty() || confidence.isEmpty()) {
            return Optional.empty();
        }
        return limit(rule, metric.get(), bound.get())
                .map(limit -> new GateRule(metric.get(), named.get(), bound.get(), limit, confidence.get(), holm));
    }

    private boolean holm(Mapping rule, Optional<Bound> bound) {
        Optional<String> word =
                rule.read("correction", (value, key) -> reader.oneOf(value, key, List.of(HOLM, "none")));
        boolean fixed = bound.filter(b -> b != Bound.MAX_INCREASE).isPresent();
        if (fixed && rule.has("correction")) {
            rule.complain("correction", "is for max_increase; leave it away, each cell keeps a fixed bound by itself");
        }
        return !fixed && word.filter(w -> !w.equals(HOLM)).isEmpty();
    }

    private static Optional<Bound> bound(Mapping rule) {
        List<String> given =
                Arrays.stream(Bound.values()).map(Bound::key).filter(rule::has).toList();
        if (given.isEmpty()) {
            rule.complain("has no limit; write max_increase: 5%, or one of max, min and min_fraction_of_requested");
        } else if (given.size() > 1) {
            rule.complain(given.get(1), "stands beside " + given.get(0) + "; write a rule for each of them");
        }
        return given.size() == 1
                ? Arrays.stream(Bound.values())
                        .filter(b -> b.key().equals(given.get(0)))
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Double> limit(Mapping rule, GateMetric metric, Bound bound) {
        return switch (bound) {
            case MAX_INCREASE -> increase(rule, metric);
            case MAX, MIN -> rule.read(bound.key(), (node, at) -> amount(metric, node, at));
            case MIN_FRACTION_OF_REQUESTED -> share(rule, metric);
        };
    }

    private Optional<Double> increase(Mapping rule, GateMetric metric) {
        String key = Bound.MAX_INCREASE.key();
        if (metric == GateMetric.CORES_USED) {
            rule.complain(
                    key,
                    "is for what is better the less it is: "
                            + Arrays.stream(GateMetric.values())
                                    .filter(m -> m != GateMetric.CORES_USED)
                                    .map(GateMetric::key)
                                    .collect(Collectors.joining(", "))
                            + "; for cores_used write min: 2 or min_fraction_of_requested: 0.6");
            return Optional.empty();
        }
        return rule.read(
                key,
                (node, at) -> reader.share(node, at)
                        .flatMap(share -> share > 0
                                ? Optional.of(share)
                                : reader.complain(node, at, "no noise ever keeps a limit of 0%; write 5% or 0.5%")));
    }

    private Optional<Double> share(Mapping rule, GateMetric metric) {
        String key = Bound.MIN_FRACTION_OF_REQUESTED.key();
        if (metric != GateMetric.CORES_USED) {
            rule.complain(
                    key,
                    "is for cores_used, of which workers ask for some; for " + metric.key()
                            + " write max_increase or max");
            return Optional.empty();
        }
        return rule.read(key, this::fraction);
    }

    /** A limit in the unit of its metric. */
    Optional<Double> amount(GateMetric metric, Node node, String at) {
        return switch (metric) {
            case WALL, CPU ->
                reader.duration(node, at, Duration.ofMillis(1)).map(time -> time.toMillis() / GateRule.MILLIS);
            case PEAK_RSS -> reader.bytes(node, at).map(Long::doubleValue);
            case CORES_USED -> reader.positive(node, at);
        };
    }

    private Optional<Double> fraction(Node node, String at) {
        return reader.positive(node, at)
                .flatMap(value -> value <= 1
                        ? Optional.of(value)
                        : reader.complain(node, at, "must lie between 0 and 1; write 0.6 for 60 percent"));
    }

    private Optional<Double> confidence(Node node, String at) {
        return reader.positive(node, at)
                .flatMap(value -> value >= GateRule.LEAST_CONFIDENCE && value <= GateRule.GREATEST_CONFIDENCE
                        ? Optional.of(value)
                        : reader.complain(node, at, "must lie between 0.95 and 0.999; write 0.98 for 98 percent"));
    }
}
