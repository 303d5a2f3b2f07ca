// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.result.ProjectionModel;
import dev.runmatrix.harness.statistics.GrowthWord;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Units;

/** Words and numbers of projections. */
final class ScalingWords {

    private final Memory memory;

    ScalingWords(Memory memory) {
        this.memory = memory;
    }

    static String quantity(ProjectedQuantity quantity) {
        return switch (quantity) {
            case WALL -> "wall";
            case CPU -> "CPU";
            case PEAK_RSS -> "peak RSS";
        };
    }

    static String model(ProjectionModel model) {
        return switch (model) {
            case WORKERS -> "Amdahl to USL";
            case TIME_BY_ROWS -> "straight line to proportion";
            case MEMORY_BY_ROWS -> "levelling off to straight line";
        };
    }

    static Tag growth(GrowthWord word) {
        return switch (word) {
            case CONSTANT -> new Tag("constant", Tag.Tone.GOOD);
            case SUBLINEAR -> new Tag("sublinear", Tag.Tone.QUIET);
            case LINEAR -> new Tag("linear", Tag.Tone.QUIET);
            case WORSE -> new Tag("worse", Tag.Tone.BAD);
            case CANNOT_TELL -> new Tag("cannot tell", Tag.Tone.DOUBTFUL);
        };
    }

    /** The number alone. */
    String number(ProjectedQuantity quantity, double value) {
        return quantity == ProjectedQuantity.PEAK_RSS ? memory.number(Math.round(value)) : Units.seconds(value);
    }

    String unit(ProjectedQuantity quantity) {
        return switch (quantity) {
            case WALL -> "s";
            case CPU -> "core\u2011s";
            case PEAK_RSS -> memory.name();
        };
    }

    String withUnit(ProjectedQuantity quantity, double value) {
        return number(quantity, value) + Units.SPACE + unit(quantity);
    }

    /** {@code 31.2 s [28.0–35.1]}. */
    String withInterval(ProjectedQuantity quantity, double value, double low, double high) {
        return withUnit(quantity, value) + " "
                + Units.brackets(Units.range(number(quantity, low), number(quantity, high)));
    }

    /** A share of perfect scaling or an elasticity, with its interval where there is one. */
    static String withInterval(double value, Interval interval) {
        return Units.fixed(value, 2) + " "
                + Units.brackets(Units.range(Units.fixed(interval.low(), 2), Units.fixed(interval.high(), 2)));
    }

    /** {@code 103.5}: measured as a percentage of projected. */
    static String share(double share) {
        return Units.fixed(100 * share, 1);
    }

    static String rows(double rows) {
        if (rows >= 1e6) {
            return Units.trimmed(rows / 1e6, 1) + Units.SPACE + "M";
        }
        return rows >= 1000 ? Units.trimmed(rows / 1e3, 1) + Units.SPACE + "k" : Units.count(Math.round(rows));
    }
}
