// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The parts of a file that have their form since the first version of the schema, but that nothing acts upon yet:
 * claims and gate. They are checked, so that no file goes wrong on the day they come to life.
 */
final class DormantSections {

    private static final List<String> METRICS = List.of("wall", "cpu", "rss_peak", "cores_used");

    private final NodeReader reader;
    private final SettingReader settings;

    DormantSections(NodeReader reader, SettingReader settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /** Checks them, and says which of them the file has. */
    List<String> read(Mapping top) {
        top.list("claims", this::claim);
        top.mapping("gate", Section.GATE).ifPresent(this::gate);
        List<String> notices = new ArrayList<>();
        note(top, "claims", "read, not judged by this version", notices);
        note(top, "gate", "read, not enforced by this version", notices);
        return notices;
    }

    private static void note(Mapping top, String key, String what, List<String> notices) {
        if (top.has(key)) {
            notices.add(key + ": " + what);
        }
    }

    private Optional<Mapping> claim(Node node, String at) {
        Optional<Mapping> read = reader.mapping(node, at, Section.CLAIM);
        read.ifPresent(claim -> {
            claim.require(Map.of("name", "Streaming stays below 1 GB"));
            claim.require(Map.of("metric", "wall"));
            claim.text("name");
            claim.text("where");
            claim.read("metric", (value, key) -> reader.oneOf(value, key, METRICS));
            claim.read("cell", settings::setting);
            claim.read("versus", settings::setting);
            claim.read("gate", reader::truth);
            claim.read("at_least", this::amount);
            claim.read("at_most", this::amount);
            if (!claim.has("at_least") && !claim.has("at_most")) {
                claim.complain("has no limit; write at_most or at_least");
            }
        });
        return read;
    }

    private void gate(Mapping gate) {
        gate.text("baseline");
        gate.list("rules", this::rule);
        gate.read("on_inconclusive", (value, key) -> reader.oneOf(value, key, List.of("warn", "fail")));
    }

    private Optional<Mapping> rule(Node node, String at) {
        Optional<Mapping> read = reader.mapping(node, at, Section.RULE);
        read.ifPresent(rule -> {
            rule.require(Map.of("metric", "wall"));
            rule.read("metric", (value, key) -> reader.oneOf(value, key, METRICS));
            rule.text("cells");
            rule.read("max", this::amount);
            rule.read("max_increase", reader::share);
            rule.read("min_fraction_of_requested", this::fraction);
            rule.read("confidence", this::fraction);
            rule.read("correction", (value, key) -> reader.oneOf(value, key, List.of("holm", "none")));
        });
        return read;
    }

    private Optional<Double> fraction(Node node, String at) {
        return reader.positive(node, at)
                .flatMap(value -> value <= 1
                        ? Optional.of(value)
                        : reader.complain(node, at, "must lie between 0 and 1; write 0.95 for 95 percent"));
    }

    /** A limit in the unit of its metric: a plain number, a duration or a size. */
    private Optional<Double> amount(Node node, String at) {
        Optional<String> text = NodeReader.plain(node);
        Optional<Double> withUnit = text.flatMap(Quantity::duration)
                .map(Duration::toMillis)
                .or(() -> text.flatMap(Quantity::bytes))
                .map(Long::doubleValue);
        return withUnit.or(() -> reader.positive(node, at));
    }
}
