// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import dev.runmatrix.datasets.content.ExactSum;
import dev.runmatrix.datasets.content.Measure;
import dev.runmatrix.datasets.parquet.ImportedColumn;
import dev.runmatrix.datasets.parquet.ImportedRow;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exact sums of the measures over the rows that reach a summary: those with a node, on the days that are asked for. */
final class PodSums {

    private final Map<Measure, Integer> places = new EnumMap<>(Measure.class);
    private final Map<Measure, ExactSum> sums = new EnumMap<>(Measure.class);
    private final Map<Measure, Boolean> negative = new EnumMap<>(Measure.class);
    private final int node;
    private final DayRange range;

    PodSums(List<ImportedColumn> columns, DayRange range) {
        List<String> names = columns.stream().map(ImportedColumn::name).toList();
        for (Measure measure : Measure.values()) {
            places.put(measure, names.indexOf(measure.column()));
        }
        this.node = names.indexOf("node");
        this.range = range;
    }

    void add(long epochDay, ImportedRow row) {
        if (!range.contains(epochDay) || !row.has(node)) {
            return;
        }
        for (Measure measure : Measure.values()) {
            double value = switch (measure) {
                case EFFECTIVE_CPU -> effective(row, measure, Measure.USAGE_CPU, Measure.REQUEST_CPU);
                case EFFECTIVE_MEMORY -> effective(row, measure, Measure.USAGE_MEMORY, Measure.REQUEST_MEMORY);
                default -> value(row, measure);
            };
            if (!Double.isNaN(value)) {
                sums.computeIfAbsent(measure, key -> new ExactSum()).add(value);
                if (value < 0) {
                    negative.put(measure, true);
                }
            }
        }
    }

    /** The one that is given, or the greater of usage and request. */
    private double effective(ImportedRow row, Measure given, Measure usage, Measure request) {
        double own = value(row, given);
        if (!Double.isNaN(own)) {
            return own;
        }
        double used = value(row, usage);
        double requested = value(row, request);
        if (Double.isNaN(used)) {
            return requested;
        }
        return Double.isNaN(requested) ? used : Math.max(used, requested);
    }

    /** The value of a measure; not a number where it has none, which no imported number is. */
    private double value(ImportedRow row, Measure measure) {
        int place = places.getOrDefault(measure, -1);
        return place >= 0 && row.has(place) ? row.number(place) : Double.NaN;
    }

    /**
     * The sums by column. Left out are measures without values, and those with negative ones: there, rounding within a
     * summary may be anything in relation to the sum.
     */
    Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        sums.forEach((measure, sum) -> {
            if (!negative.containsKey(measure)) {
                totals.put(measure.column(), sum.total());
            }
        });
        return totals;
    }
}
