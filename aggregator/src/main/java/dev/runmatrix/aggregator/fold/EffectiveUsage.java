// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.column.NumberState;
import java.util.Arrays;

/** The effective usage of a slice of rows where it is not given in full: what is given, else the greater of two. */
final class EffectiveUsage {

    private final double[] values;

    EffectiveUsage(int sliceRows) {
        values = new double[sliceRows];
    }

    /** What {@link #compute} found, from the beginning of the array on. */
    double[] values() {
        return values;
    }

    /** Computes the effective usage of rows; nulls are passed over, and null where there is nothing else. */
    NumberState compute(Batch batch, int given, int usage, int request, int from, int to) {
        NumberState state = greater(batch, usage, request, from, to);
        if (batch.state(given) == NumberState.ABSENT) {
            return state;
        }
        double[] explicit = batch.numbers(given);
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(explicit[i])) {
                values[i - from] = explicit[i];
            }
        }
        return state == NumberState.FINITE ? state : NumberState.HOLED;
    }

    private NumberState greater(Batch batch, int usage, int request, int from, int to) {
        boolean hasUsage = batch.state(usage) != NumberState.ABSENT;
        boolean hasRequest = batch.state(request) != NumberState.ABSENT;
        if (!hasUsage && !hasRequest) {
            Arrays.fill(values, 0, to - from, Double.NaN);
            return NumberState.ABSENT;
        }
        double[] usages = batch.numbers(hasUsage ? usage : request);
        double[] requests = batch.numbers(hasRequest ? request : usage);
        double[] greater = values;
        for (int i = from; i < to; i++) {
            double u = usages[i];
            double r = requests[i];
            greater[i - from] = u > r || Double.isNaN(r) ? u : r;
        }
        boolean finite = batch.state(usage) == NumberState.FINITE || batch.state(request) == NumberState.FINITE;
        return finite ? NumberState.FINITE : NumberState.HOLED;
    }
}
