// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/** What is judged of a fork. Less is better in all of them, and one rule holds for all; only the tolerance differs. */
public enum Metric {
    /** Seconds from start to end. */
    WALL("wall", 0.05),
    /** User and system seconds of all threads: steadier than wall beside busy neighbours. */
    CPU("cpu", 0.05),
    /** Greatest resident set: the kernel grants it in steps, and collectors fill what they may. */
    PEAK_RSS("rss_peak", 0.10);

    private final String key;
    private final double tolerance;

    Metric(String key, double tolerance) {
        this.key = key;
        this.tolerance = tolerance;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** The change that is tolerated unless someone says otherwise: 0.05 for 5 %. */
    public double tolerance() {
        return tolerance;
    }
}
