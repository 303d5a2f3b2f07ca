// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import dev.runmatrix.harness.matrix.ClaimLimit.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what the value of a claim must keep, in the unit that kind and metric give it. */
final class ClaimLimitReader {

    /** No ratio that anybody means lies beyond these, and none beyond can be written in few digits. */
    private static final double LEAST_TIMES = 1e-4;

    private static final double MOST_TIMES = 1e4;

    private static final List<String> ENDS = List.of("at_least", "at_most");

    private final NodeReader reader;

    ClaimLimitReader(NodeReader reader) {
        this.reader = reader;
    }

    /** The limit; absent where it, or the metric that it needs, is at fault. */
    Optional<ClaimLimit> read(Mapping claim, ClaimKind kind, Optional<GateMetric> metric) {
        if (kind == ClaimKind.EQUALITY) {
            return equality(claim);
        }
        refuse(claim, "within", "is for kind equality; write at_least or at_most");
        if (claim.has("times_as_fast")) {
            return timesAsFast(claim, kind);
        }
        if (ENDS.stream().noneMatch(claim::has)) {
            claim.complain("has no limit; write at_most or at_least"
                    + (kind == ClaimKind.RATIO ? ", or times_as_fast: [3, 4]" : ""));
            return Optional.empty();
        }
        return metric.flatMap(known -> between(claim, kind, known));
    }

    private Optional<Double> times(Node node, String at) {
        return reader.positive(node, at)
                .flatMap(times -> times >= LEAST_TIMES && times <= MOST_TIMES
                        ? Optional.of(times)
                        : reader.complain(node, at, "must lie between 0.0001 and 10000"));
    }

    private Optional<ClaimLimit> equality(Mapping claim) {
        Stream.concat(ENDS.stream(), Stream.of("times_as_fast"))
                .forEach(key -> refuse(claim, key, "does not belong to kind equality; write within: 5%"));
        if (!claim.has("within")) {
            if (claim.has("metric") || claim.has("versus")) {
                claim.require(Map.of("within", "5%"));
                return Optional.empty();
            }
            return Optional.of(ClaimLimit.sameOutput());
        }
        return claim.read(
                        "within",
                        (node, at) -> reader.share(node, at)
                                .flatMap(share -> share > 0
                                        ? Optional.of(share)
                                        : reader.complain(node, at, "no two measurements agree to 0%; write 5%")))
                .map(share -> new ClaimLimit(Unit.WITHIN, Optional.empty(), Optional.of(share), Optional.empty()));
    }

    private Optional<ClaimLimit> timesAsFast(Mapping claim, ClaimKind kind) {
        if (kind != ClaimKind.RATIO) {
            claim.complain("times_as_fast", "is for kind ratio; leave the kind away");
        }
        ENDS.forEach(end -> refuse(claim, end, "stands beside times_as_fast; keep one of them"));
        return claim.read("times_as_fast", this::range).flatMap(range -> {
            double low = range.get(0);
            double high = range.get(range.size() - 1);
            if (low > high) {
                claim.complain("times_as_fast", "the first number is above the second; write [least, greatest]");
                return Optional.empty();
            }
            Optional<Double> stated = Optional.of(high).filter(most -> most > low);
            return Optional.of(new ClaimLimit(Unit.TIMES_AS_FAST, Optional.of(low), Optional.empty(), stated));
        });
    }

    private Optional<List<Double>> range(Node node, String at) {
        if (NodeReader.plain(node).isPresent()) {
            return times(node, at).map(List::of);
        }
        List<Double> range = reader.list(node, at, this::times);
        return range.size() == 2
                ? Optional.of(range)
                : reader.complain(node, at, "write one number, 2, or the least and the greatest, [3, 4]");
    }

    private Optional<ClaimLimit> between(Mapping claim, ClaimKind kind, GateMetric metric) {
        Optional<Amount> least = claim.read("at_least", (node, at) -> amount(kind, metric, node, at));
        Optional<Amount> most = claim.read("at_most", (node, at) -> amount(kind, metric, node, at));
        if (least.isPresent() != claim.has("at_least") || most.isPresent() != claim.has("at_most")) {
            return Optional.empty();
        }
        if (least.isPresent() && most.isPresent()) {
            if (least.get().unit() != most.get().unit()) {
                claim.complain("at_most", "has another unit than at_least; write both alike");
                return Optional.empty();
            }
            if (least.get().value() > most.get().value()) {
                claim.complain("at_most", "is below at_least; exchange the two");
                return Optional.empty();
            }
        }
        return Stream.of(least, most)
                .flatMap(Optional::stream)
                .map(Amount::unit)
                .findFirst()
                .map(unit -> new ClaimLimit(unit, least.map(Amount::value), most.map(Amount::value), Optional.empty()));
    }

    private record Amount(double value, Unit unit) {}

    private Optional<Amount> amount(ClaimKind kind, GateMetric metric, Node node, String at) {
        boolean percent = NodeReader.plain(node).filter(t -> t.endsWith("%")).isPresent();
        boolean shares = kind == ClaimKind.SCALING || (kind == ClaimKind.BOUND && metric == GateMetric.CORES_USED);
        if (percent && shares) {
            return reader.share(node, at)
                    .flatMap(share -> share > 0
                            ? Optional.of(new Amount(share, Unit.SHARE))
                            : reader.complain(node, at, "must be above 0"));
        }
        if (kind != ClaimKind.BOUND) {
            return times(node, at).map(times -> new Amount(times, Unit.TIMES));
        }
        return switch (metric) {
            case WALL, CPU ->
                reader.duration(node, at, ClaimReader.LEAST_TIME)
                        .map(time -> new Amount(time.toMillis() / GateRule.MILLIS, Unit.SECONDS));
            case PEAK_RSS -> reader.bytes(node, at).map(bytes -> new Amount(bytes, Unit.BYTES));
            case CORES_USED -> reader.positive(node, at).map(cores -> new Amount(cores, Unit.CORES));
        };
    }

    private static void refuse(Mapping claim, String key, String what) {
        if (claim.has(key)) {
            claim.complain(key, what);
        }
    }
}
