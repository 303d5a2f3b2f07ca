// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A statement to hold against the measurement.
 *
 * @param name what is stated, one line
 * @param kind how it is meant
 * @param metric what it is about; absent for outputs
 * @param cells partial settings, each means all cells that have its values; empty: all cells
 * @param versus the cells that those are compared with, in the same way; empty in a ratio: the reference cell
 * @param limit what must be kept
 * @param where the document that states it, one line
 * @param gate whether the run fails with it
 */
public record Claim(
        String name,
        ClaimKind kind,
        Optional<GateMetric> metric,
        List<Map<String, String>> cells,
        List<Map<String, String>> versus,
        ClaimLimit limit,
        Optional<String> where,
        boolean gate) {

    public Claim {
        cells = copied(cells);
        versus = copied(versus);
    }

    private static List<Map<String, String>> copied(List<Map<String, String>> settings) {
        return settings.stream()
                .map(setting -> Collections.unmodifiableMap(new LinkedHashMap<>(setting)))
                .toList();
    }

    /** The same claim, with which no run fails. */
    public Claim outsideGate() {
        return new Claim(name, kind, metric, cells, versus, limit, where, false);
    }

    /** The claim without its name: {@code wall of mode=streaming ÷ wall of mode=in-memory is at most 4}. */
    public String words() {
        if (metric.isEmpty()) {
            return "outputs of " + words(cells, "all cells") + " are identical";
        }
        String of = metric.get().key() + " of ";
        String these = words(cells, "all cells");
        String those = words(versus, "the reference cell");
        String subject = switch (kind) {
            case RATIO ->
                limit.unit() == ClaimLimit.Unit.TIMES_AS_FAST
                        ? of + those + " ÷ " + of + these
                        : of + these + " ÷ " + of + those;
            case EQUALITY -> of + these + " ÷ " + of + those;
            case BOUND -> of + these + (limit.unit() == ClaimLimit.Unit.SHARE ? " as a share of the workers" : "");
            case GROWTH -> of + these + " on the largest input ÷ on the smallest";
            case SCALING ->
                of + these + " with the fewest workers ÷ with the most"
                        + (limit.unit() == ClaimLimit.Unit.SHARE ? ", as a share of the workers added" : "");
        };
        return subject + " is " + bounds();
    }

    /** {@code at least 3 and at most 4}. */
    public String bounds() {
        if (limit.unit() == ClaimLimit.Unit.WITHIN) {
            return "1 within " + limit.text(limit.atMost().orElseThrow());
        }
        String least = limit.atLeast().map(end -> "at least " + limit.text(end)).orElse("");
        String most = limit.atMost().map(end -> "at most " + limit.text(end)).orElse("");
        return least + (least.isEmpty() || most.isEmpty() ? "" : " and ") + most;
    }

    private static String words(List<Map<String, String>> settings, String none) {
        return settings.isEmpty() ? none : settings.stream().map(Claim::words).collect(Collectors.joining(" or "));
    }

    static String words(Map<String, String> setting) {
        return setting.entrySet().stream()
                .map(axis -> axis.getKey() + "=" + axis.getValue())
                .collect(Collectors.joining(" "));
    }
}
