// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A pod usage row that has a readable interval within the date range.
 *
 * @param labels the pod's own enabled labels
 */
record PodRow(Instant interval, Optional<String> namespace, Optional<String> node, LabelSet labels, RowReading cells) {
    LocalDate day() {
        return UtcDay.of(interval);
    }

    boolean hasNode() {
        return node.filter(name -> !name.isEmpty()).isPresent();
    }

    /** The effective usage where the file has one, else the greater of usage and request. */
    Optional<Double> effective(String resource) {
        return cells.number("pod_effective_usage_" + resource)
                .or(() -> greatest(cells.number("pod_usage_" + resource), cells.number("pod_request_" + resource)));
    }

    /** A capacity where the file has one, else an hour's worth of its seconds. */
    Optional<Double> capacity(String column, String columnOfSeconds) {
        return cells.number(column).or(() -> cells.number(columnOfSeconds).map(seconds -> seconds / 3600.0));
    }

    private static Optional<Double> greatest(Optional<Double> one, Optional<Double> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(Math.max(one.get(), other.get()))
                : one.or(() -> other);
    }
}
