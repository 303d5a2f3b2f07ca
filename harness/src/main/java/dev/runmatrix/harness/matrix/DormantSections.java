// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The part of a file that has its form since the first version of the schema, but that nothing acts upon yet: claims. They
 * are checked, so that no file goes wrong on the day they come to life.
 */
final class DormantSections {

    private final NodeReader reader;
    private final SettingReader settings;

    DormantSections(NodeReader reader, SettingReader settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /** Checks them, and says so where the file has some. */
    List<String> read(Mapping top) {
        top.list("claims", this::claim);
        return top.has("claims") ? List.of("claims: read, not judged by this version") : List.of();
    }

    private Optional<Mapping> claim(Node node, String at) {
        Optional<Mapping> read = reader.mapping(node, at, Section.CLAIM);
        read.ifPresent(claim -> {
            claim.require(Map.of("name", "Streaming stays below 1 GB"));
            claim.require(Map.of("metric", "wall"));
            claim.text("name");
            claim.text("where");
            claim.read("metric", (value, key) -> reader.oneOf(value, key, GateMetric.keys()));
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
