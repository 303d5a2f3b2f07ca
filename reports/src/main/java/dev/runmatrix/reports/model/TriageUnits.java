// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.triage.Evidence;
import dev.runmatrix.reports.words.Units;
import java.time.Duration;

/** How the quantities of a live process are written. */
final class TriageUnits {

    private TriageUnits() {}

    /** {@code 412 MB}, {@code 1.31 GB}; 1 MB is 10⁶ bytes. */
    static String bytes(double bytes) {
        if (bytes < 1e3) {
            return Units.fixed(bytes, 0) + Units.SPACE + "B";
        }
        if (bytes < 1e6) {
            return Units.fixed(bytes / 1e3, bytes < 1e4 ? 1 : 0) + Units.SPACE + "kB";
        }
        return bytes < 1e9
                ? Units.fixed(bytes / 1e6, bytes < 1e7 ? 1 : 0) + Units.SPACE + "MB"
                : Units.fixed(bytes / 1e9, 2) + Units.SPACE + "GB";
    }

    static String bytes(long bytes) {
        return bytes((double) bytes);
    }

    static String bytesPerSecond(double rate) {
        return bytes(rate) + "/s";
    }

    /** A number of units, with separators from a thousand on. */
    static String amount(double units) {
        return units < 10 && units != Math.rint(units) ? Units.fixed(units, 1) : Units.count(Math.round(units));
    }

    static String seconds(double seconds) {
        return seconds < 10
                ? Units.secondsWithUnit(seconds)
                : Units.duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** A value, what it is of, and its limit. */
    static String evidence(Evidence evidence) {
        String limit = evidence.limit()
                .map(bound -> " (" + direction(bound.direction()) + " " + value(bound.value(), evidence.unit()) + ")")
                .orElse("");
        return value(evidence.value(), evidence.unit()) + " " + evidence.what() + limit;
    }

    private static String direction(Evidence.Direction direction) {
        return switch (direction) {
            case AT_LEAST -> "limit: at least";
            case AT_MOST -> "limit: at most";
            case ABOVE -> "limit: above";
            case BELOW -> "limit: below";
        };
    }

    private static String value(double value, Evidence.Unit unit) {
        return switch (unit) {
            case CORES -> Units.cores(value);
            case SHARE -> Units.percent(value);
            case COUNT -> value == Math.rint(value) ? Units.count(Math.round(value)) : Units.fixed(value, 2);
            case PER_SECOND -> amount(value) + "/s";
            case BYTES -> bytes(value);
            case BYTES_PER_SECOND -> bytesPerSecond(value);
            case SECONDS -> Units.secondsWithUnit(value);
        };
    }
}
