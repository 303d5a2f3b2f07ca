// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

/** What is measured of a fork. */
enum Quantity {
    WALL("wall", "s"),
    CPU("CPU", "core\u2011s"),
    RSS("peak RSS", "MB");

    private final String words;
    private final String unit;

    Quantity(String words, String unit) {
        this.words = words;
        this.unit = unit;
    }

    String words() {
        return words;
    }

    double of(RecordedFork fork) {
        return switch (this) {
            case WALL -> fork.wall();
            case CPU -> fork.cpu();
            case RSS -> fork.at("/process/peak_rss_bytes");
        };
    }

    double median(RecordedCell cell) {
        return cell.median(this::of);
    }

    String number(double value) {
        return this == RSS ? Printed.fixed(value / 1e6, 0) : Printed.threeDigits(value);
    }

    String withUnit(double value) {
        return number(value) + " " + unit;
    }

    /** {@code 8.88 s [7.72–10.2]}. */
    String told(double... band) {
        return withUnit(band[0]) + " [" + number(band[1]) + "\u2013" + number(band[2]) + "]";
    }
}
