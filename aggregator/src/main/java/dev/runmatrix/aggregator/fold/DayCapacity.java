// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.sum.PairSums;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The capacity of one day: of each node, summed over its intervals, and of the cluster, summed over the nodes. A node has
 * a place; what never had a capacity is NaN.
 */
final class DayCapacity {

    private static final int CLUSTER = 0;

    private final Map<Integer, Integer> placeOfNode = new HashMap<>();
    private final double[] coreHours;
    private final double[] gibibyteHours;

    DayCapacity(IntervalCapacities intervals) {
        for (int i = 0; i < intervals.size(); i++) {
            placeOfNode.putIfAbsent(intervals.node(i), placeOfNode.size() + 1);
        }
        int[] places = IntStream.rangeClosed(0, placeOfNode.size() + 1).toArray();
        coreHours = new double[places.length];
        gibibyteHours = new double[places.length];
        boolean[] hasCores = new boolean[places.length];
        boolean[] hasBytes = new boolean[places.length];
        sum(intervals, IntervalCapacities.CORE_SECONDS, hasCores).coreHours(places, coreHours);
        sum(intervals, IntervalCapacities.BYTE_SECONDS, hasBytes).gibibyteHours(places, gibibyteHours);
        clear(coreHours, hasCores);
        clear(gibibyteHours, hasBytes);
    }

    private PairSums sum(IntervalCapacities intervals, int kind, boolean[] hasValue) {
        PairSums sums = new PairSums();
        sums.ensure(hasValue.length);
        for (int i = 0; i < intervals.size(); i++) {
            double value = intervals.peak(i, kind);
            if (!Double.isNaN(value)) {
                int place = place(intervals.node(i));
                sums.add(place, value);
                sums.add(CLUSTER, value);
                hasValue[place] = true;
                hasValue[CLUSTER] = true;
            }
        }
        return sums;
    }

    private static void clear(double[] hours, boolean[] hasValue) {
        for (int i = 0; i < hours.length; i++) {
            hours[i] = hasValue[i] ? hours[i] : Double.NaN;
        }
    }

    /** The place of a node; also of one that has no capacity. */
    int place(int node) {
        return placeOfNode.getOrDefault(node, placeOfNode.size() + 1);
    }

    /** Core-hours of the node at a place; NaN if it never had a capacity. */
    double nodeCoreHours(int place) {
        return coreHours[place];
    }

    double nodeGibibyteHours(int place) {
        return gibibyteHours[place];
    }

    double clusterCoreHours() {
        return coreHours[CLUSTER];
    }

    double clusterGibibyteHours() {
        return gibibyteHours[CLUSTER];
    }
}
