// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.List;

/** Both capacities of all nodes. */
record Capacities(Capacity coreSeconds, Capacity byteSeconds) {
    static Capacities of(List<PodRow> rows) {
        return new Capacities(
                Capacity.of(rows, "node_capacity_cpu_core_seconds"),
                Capacity.of(rows, "node_capacity_memory_byte_seconds"));
    }
}
