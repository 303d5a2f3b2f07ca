// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.sum.PairSums;
import java.util.HashMap;
import java.util.Map;

/** The capacity of one day: of each node, summed over its intervals, and of the cluster, summed over the nodes. */
final class DayCapacity {

    private static final int CLUSTER = 0;
    private static final int KINDS = IntervalCapacities.KINDS;

    private final Map<Integer, Integer> placeOfNode = new HashMap<>();
    private final PairSums sums = new PairSums();
    private final boolean[] hasValue;

    DayCapacity(IntervalCapacities intervals) {
        for (int i = 0; i < intervals.size(); i++) {
            placeOfNode.putIfAbsent(intervals.node(i), placeOfNode.size() + 1);
        }
        int places = placeOfNode.size() + 1;
        sums.ensure(places * KINDS);
        hasValue = new boolean[places * KINDS];
        for (int i = 0; i < intervals.size(); i++) {
            int place = placeOfNode.getOrDefault(intervals.node(i), CLUSTER);
            for (int kind = 0; kind < KINDS; kind++) {
                add(place, kind, intervals.peak(i, kind));
            }
        }
    }

    private void add(int place, int kind, double value) {
        if (!Double.isNaN(value)) {
            sums.add(place * KINDS + kind, value);
            hasValue[place * KINDS + kind] = true;
            sums.add(CLUSTER * KINDS + kind, value);
            hasValue[CLUSTER * KINDS + kind] = true;
        }
    }

    /** Core-hours of a node; NaN if it never had a capacity. */
    double nodeCoreHours(int node) {
        return coreHours(placeOfNode.getOrDefault(node, -1));
    }

    double nodeGibibyteHours(int node) {
        return gibibyteHours(placeOfNode.getOrDefault(node, -1));
    }

    double clusterCoreHours() {
        return coreHours(CLUSTER);
    }

    double clusterGibibyteHours() {
        return gibibyteHours(CLUSTER);
    }

    private double coreHours(int place) {
        int sum = place * KINDS + IntervalCapacities.CORE_SECONDS;
        return place >= 0 && hasValue[sum] ? sums.coreHours(sum) : Double.NaN;
    }

    private double gibibyteHours(int place) {
        int sum = place * KINDS + IntervalCapacities.BYTE_SECONDS;
        return place >= 0 && hasValue[sum] ? sums.gibibyteHours(sum) : Double.NaN;
    }
}
