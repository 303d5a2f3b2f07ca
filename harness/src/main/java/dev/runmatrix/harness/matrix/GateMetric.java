// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a rule of a gate may bound. */
public enum GateMetric {
    /** Seconds from start to end. */
    WALL("wall"),
    /** CPU seconds of all threads. */
    CPU("cpu"),
    /** Greatest resident set, in bytes. */
    PEAK_RSS("rss_peak"),
    /** CPU seconds per second of wall. */
    CORES_USED("cores_used");

    private final String key;

    GateMetric(String key) {
        this.key = key;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** The metric of this name; absent for a name that is none. */
    public static Optional<GateMetric> of(String key) {
        return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
    }

    /** All names, in order. */
    static List<String> keys() {
        return Arrays.stream(values()).map(GateMetric::key).toList();
    }
}
