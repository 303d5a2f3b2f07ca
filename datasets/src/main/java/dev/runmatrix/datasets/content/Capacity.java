// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.Profile;
import dev.runmatrix.datasets.parameters.ValueKind;

/** Size of each node; four GiB of memory for each core. */
public final class Capacity {

    private static final int SECONDS_PER_HOUR = 3600;
    private static final long BYTES_PER_CORE = 4L << 30;
    private static final int SMALLEST = 8;

    private final int[] cores;

    public Capacity(DatasetParameters parameters, Randomness randomness) {
        boolean equal = parameters.profile() == Profile.A || parameters.values() == ValueKind.CONSTANT;
        cores = new int[parameters.nodes()];
        for (int node = 0; node < cores.length; node++) {
            cores[node] = equal ? SMALLEST : SMALLEST << randomness.below(Choice.NODE_CORES, node, 0, 4);
        }
    }

    public long cores(int node) {
        return cores[node];
    }

    public long coreSeconds(int node) {
        return cores(node) * SECONDS_PER_HOUR;
    }

    public long bytes(int node) {
        return cores(node) * BYTES_PER_CORE;
    }

    public long byteSeconds(int node) {
        return bytes(node) * SECONDS_PER_HOUR;
    }
}
