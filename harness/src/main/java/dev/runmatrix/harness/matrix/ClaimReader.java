// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the claims of a file. What a claim is about and how it is limited is for {@link ClaimLimitReader}. */
final class ClaimReader {

    private static final int MOST_CLAIMS = 50;
    private static final int MOST_SETTINGS = 50;
    private static final int LONGEST_TEXT = 120;

    private final NodeReader reader;
    private final SettingReader settings;
    private final ClaimLimitReader limits;

    ClaimReader(NodeReader reader, SettingReader settings) {
        this.reader = reader;
        this.settings = settings;
        this.limits = new ClaimLimitReader(reader);
    }

    List<Claim> read(Mapping top) {
        List<Claim> claims = top.list("claims", this::claim);
        if (claims.size() > MOST_CLAIMS) {
            top.complain("claims", "are " + claims.size() + ", more than " + MOST_CLAIMS + "; give fewer");
        }
        Set<String> names = new HashSet<>();
        claims.stream()
                .filter(claim -> !names.add(claim.name()))
                .forEach(claim -> top.complain("claims", "two are named '" + claim.name() + "'; rename one"));
        return claims;
    }

    private Optional<Claim> claim(Node node, String at) {
        return reader.mapping(node, at, Section.CLAIM).flatMap(this::claim);
    }

    private Optional<Claim> claim(Mapping claim) {
        claim.require(Map.of("name", "Streaming stays below 1 GB"));
        Optional<String> name = claim.read("name", this::line);
        Optional<String> where = claim.read("where", this::line);
        Optional<Boolean> gate = claim.read("gate", reader::truth);
        List<Map<String, String>> cells = cells(claim);
        List<Map<String, String>> versus = claim.read("versus", this::settings).orElse(List.of());
        Optional<ClaimKind> kind = kind(claim);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        requireSides(claim, kind.get());
        Optional<GateMetric> metric = metric(claim, kind.get());
        return limits.read(claim, kind.get(), metric)
                .flatMap(limit -> name.map(
                        text -> new Claim(text, kind.get(), metric, cells, versus, limit, where, gate.orElse(false))));
    }

    private static Optional<ClaimKind> inferred(Mapping claim) {
        if (claim.has("within")) {
            return Optional.of(ClaimKind.EQUALITY);
        }
        boolean ratio = claim.has("versus") || claim.has("times_as_fast");
        return Optional.of(ratio ? ClaimKind.RATIO : ClaimKind.BOUND);
    }

    private Optional<ClaimKind> kind(Mapping claim) {
        return claim.has("kind")
                ? claim.read("kind", (node, at) -> reader.oneOf(node, at, ClaimKind.keys()))
                        .flatMap(ClaimKind::of)
                : inferred(claim);
    }

    private Optional<GateMetric> metric(Mapping claim, ClaimKind kind) {
        boolean ofWall = claim.has("times_as_fast") || kind == ClaimKind.SCALING;
        boolean ofOutput = kind == ClaimKind.EQUALITY && !claim.has("versus") && !claim.has("within");
        if (!claim.has("metric")) {
            if (!ofWall && !ofOutput) {
                claim.require(Map.of("metric", "wall"));
            }
            return ofWall ? Optional.of(GateMetric.WALL) : Optional.empty();
        }
        Optional<GateMetric> metric = claim.read("metric", (node, at) -> reader.oneOf(node, at, GateMetric.keys()))
                .flatMap(GateMetric::of);
        if (ofWall && metric.filter(m -> m != GateMetric.WALL).isPresent()) {
            claim.complain("metric", "is wall here, as how fast something is; leave the key away");
            return Optional.empty();
        }
        return metric;
    }

    private static void requireSides(Mapping claim, ClaimKind kind) {
        boolean pair = kind == ClaimKind.RATIO || kind == ClaimKind.EQUALITY;
        if (!pair && claim.has("versus")) {
            claim.complain("versus", "is for kind ratio and equality; leave it away, or the kind");
        }
        if (kind == ClaimKind.RATIO && !claim.has("cell") && !claim.has("cells")) {
            claim.complain("has no cell to compare; write cell: {mode: streaming}");
        }
        boolean sameMetric = kind == ClaimKind.EQUALITY && (claim.has("metric") || claim.has("within"));
        if (sameMetric && !claim.has("versus")) {
            claim.complain("has nothing to compare with; write versus: {mode: in-memory}, or leave metric and within"
                    + " away for identical outputs");
        }
    }

    private List<Map<String, String>> cells(Mapping claim) {
        if (claim.has("cell") && claim.has("cells")) {
            claim.complain("cells", "stands beside cell; write all of them here");
        }
        return claim.read("cell", settings::setting)
                .map(List::of)
                .or(() -> claim.read("cells", this::settings))
                .orElse(List.of());
    }

    private Optional<List<Map<String, String>>> settings(Node node, String at) {
        if (!(node instanceof SequenceNode list)) {
            return settings.setting(node, at).map(List::of);
        }
        if (list.getValue().isEmpty() || list.getValue().size() > MOST_SETTINGS) {
            return reader.complain(
                    node,
                    at,
                    "names " + list.getValue().size() + " settings; write 1 to " + MOST_SETTINGS
                            + ", such as [{mode: streaming}]");
        }
        return Optional.of(reader.list(node, at, settings::setting));
    }

    /** Names stand in tables and in names of test cases. */
    private Optional<String> line(Node node, String at) {
        Optional<String> text = reader.text(node, at);
        if (text.filter(t -> t.contains("\n") || t.contains("\t")).isPresent()) {
            return reader.complain(node, at, "has several lines or a tab; write one line");
        }
        return Stream.of(text.orElse(""))
                .filter(t -> t.length() > LONGEST_TEXT)
                .findFirst()
                .map(t ->
                        reader.<String>complain(node, at, "is longer than " + LONGEST_TEXT + " characters; shorten it"))
                .orElse(text);
    }

    /** The least limit of time that can be written. */
    static final Duration LEAST_TIME = Duration.ofMillis(1);
}
