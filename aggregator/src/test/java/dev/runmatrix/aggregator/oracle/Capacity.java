// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Capacity-seconds of node-days and cluster-days for one column; a null node is a node of its own. */
final class Capacity {
    private final Map<Reading, Double> perInstant = new HashMap<>();

    private record Reading(Instant interval, Optional<String> node) {
        LocalDate day() {
            return UtcDay.of(interval);
        }
    }

    static Capacity of(List<PodRow> rows, String column) {
        Capacity capacity = new Capacity();
        for (PodRow row : rows) {
            row.cells()
                    .number(column)
                    .ifPresent(seconds ->
                            capacity.perInstant.merge(new Reading(row.interval(), row.node()), seconds, Math::max));
        }
        return capacity;
    }

    Optional<ExactNumber> ofNode(LocalDate day, Optional<String> node) {
        return ExactNumber.sum(perInstant.entrySet().stream()
                .filter(reading -> reading.getKey().day().equals(day)
                        && reading.getKey().node().equals(node))
                .map(reading -> ExactNumber.of(reading.getValue()))
                .toList());
    }

    Optional<ExactNumber> ofCluster(LocalDate day) {
        return ExactNumber.sum(perInstant.keySet().stream()
                .filter(reading -> reading.day().equals(day))
                .map(Reading::node)
                .distinct()
                .map(node -> ofNode(day, node))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .map(Objects::requireNonNull)
                .toList());
    }
}
