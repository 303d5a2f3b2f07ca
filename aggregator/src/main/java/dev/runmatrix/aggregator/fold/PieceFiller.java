// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.text.TextIds;
import java.util.Arrays;

/**
 * Turns sorted groups into finished rows. Thread-safe.
 *
 * @param categories the cost categories
 */
record PieceFiller(CostCategories categories) {

    private static final double SECONDS_OF_HOUR = 3600;
    private static final double GIBIBYTE = 0x1p30;

    /** Which sum of {@link GroupValues} each of the first eight number columns of the output shows. */
    private static final int[] SUM_OF_COLUMN = {0, 1, 6, 2, 3, 4, 7, 5};

    /** The rows of some groups of a day. */
    DaySummary fill(int day, SortedGroups groups, DayCapacity capacity) {
        DaySummary summary = new DaySummary(day, groups.rows());
        fillTexts(summary, groups);
        fillNumbers(summary, groups);
        fillPeaks(summary, groups);
        fillCapacities(summary, groups, capacity);
        return summary;
    }

    private void fillTexts(DaySummary summary, SortedGroups groups) {
        int[] namespace = summary.texts(DaySummary.NAMESPACE);
        int[] node = summary.texts(DaySummary.NODE);
        int[] resource = summary.texts(DaySummary.RESOURCE);
        int[] text = summary.texts(DaySummary.LABELS);
        double[] category = summary.numbers(DaySummary.COST_CATEGORY);
        int lastNamespace = TextIds.NULL;
        double lastCategory = Double.NaN;
        for (int row = 0; row < summary.rows(); row++) {
            int group = groups.places()[row];
            namespace[row] = groups.namespaces()[group];
            node[row] = groups.nodes()[group];
            resource[row] = groups.values().resources()[group];
            text[row] = groups.labels()[group];
            if (namespace[row] != lastNamespace) {
                lastNamespace = namespace[row];
                lastCategory = categories.of(lastNamespace);
            }
            category[row] = lastCategory;
        }
    }

    private static void fillNumbers(DaySummary summary, SortedGroups groups) {
        GroupValues values = groups.values();
        int[] places = groups.places();
        int allSeen = ~0;
        for (int row = 0; row < summary.rows(); row++) {
            allSeen &= values.seen()[places[row]];
        }
        for (int column = 0; column < SUM_OF_COLUMN.length; column++) {
            int sum = SUM_OF_COLUMN[column];
            double[] hours = summary.numbers(column);
            if (column <= DaySummary.LIMIT_CPU) {
                values.sums(sum).coreHours(places, hours);
            } else {
                values.sums(sum).gibibyteHours(places, hours);
            }
            if (((allSeen >> sum) & 1) == 0) {
                clearUnseen(hours, values, places, sum);
            }
        }
    }

    private static void clearUnseen(double[] hours, GroupValues values, int[] places, int sum) {
        for (int row = 0; row < hours.length; row++) {
            if (!values.hasSum(places[row], sum)) {
                hours[row] = Double.NaN;
            }
        }
    }

    private static void fillPeaks(DaySummary summary, SortedGroups groups) {
        double[] cores = groups.values().peaks(0);
        double[] coreSeconds = groups.values().peaks(1);
        double[] bytes = groups.values().peaks(2);
        double[] byteSeconds = groups.values().peaks(3);
        double[] peakCores = summary.numbers(DaySummary.NODE_CORES);
        double[] peakGibibytes = summary.numbers(DaySummary.NODE_GIBIBYTES);
        for (int row = 0; row < summary.rows(); row++) {
            int group = groups.places()[row];
            peakCores[row] = peak(cores[group], coreSeconds[group]);
            peakGibibytes[row] = peak(bytes[group], byteSeconds[group]) / GIBIBYTE;
        }
    }

    /** The greater of a direct peak and one in seconds; division keeps order, so it may wait until here. */
    private static double peak(double direct, double seconds) {
        // Adding zero makes a negative zero positive: which of the two came first must not show.
        return Peaks.greater(direct, seconds / SECONDS_OF_HOUR) + 0.0;
    }

    private static void fillCapacities(DaySummary summary, SortedGroups groups, DayCapacity capacity) {
        double[] coreHours = summary.numbers(DaySummary.NODE_CORE_HOURS);
        double[] gibibyteHours = summary.numbers(DaySummary.NODE_GIBIBYTE_HOURS);
        Arrays.fill(summary.numbers(DaySummary.CLUSTER_CORE_HOURS), capacity.clusterCoreHours());
        Arrays.fill(summary.numbers(DaySummary.CLUSTER_GIBIBYTE_HOURS), capacity.clusterGibibyteHours());
        int[] nodes = groups.nodes();
        int[] places = groups.places();
        double nodeCores = Double.NaN;
        double nodeGibibytes = Double.NaN;
        for (int row = 0; row < summary.rows(); row++) {
            int node = nodes[places[row]];
            if (row == 0 || node != nodes[places[row - 1]]) {
                int place = capacity.place(node);
                nodeCores = capacity.nodeCoreHours(place);
                nodeGibibytes = capacity.nodeGibibyteHours(place);
            }
            coreHours[row] = nodeCores;
            gibibyteHours[row] = nodeGibibytes;
        }
    }
}
