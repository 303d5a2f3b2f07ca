// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The daily summary, row by row, in plain collections and exact numbers. */
final class ReferenceAggregator {
    private ReferenceAggregator() {}

    static ReferenceSummary run(InputTables tables, ReferenceParams params) {
        PodTable pods = PodTable.of(tables.podUsage(), params);
        LabelTable nodeLabels = LabelTable.of(tables.nodeLabels(), "node", "node_labels", true, params);
        LabelTable namespaceLabels =
                LabelTable.of(tables.namespaceLabels(), "namespace", "namespace_labels", false, params);
        Map<GroupKey, List<PodRow>> groups = pods.withNode().stream()
                .collect(Collectors.groupingBy(
                        row -> key(row, nodeLabels, namespaceLabels), TreeMap::new, Collectors.toList()));
        Capacities capacities = Capacities.of(pods.rows());
        return new ReferenceSummary(
                groups.entrySet().stream()
                        .map(group -> SummaryRow.of(group.getKey(), group.getValue(), capacities, params))
                        .toList(),
                pods.read(),
                pods.badInterval(),
                pods.outOfRange(),
                pods.rows().size() - pods.withNode().size(),
                pods.badLabels() + nodeLabels.badLabels() + namespaceLabels.badLabels(),
                pods.nonFinite());
    }

    private static GroupKey key(PodRow row, LabelTable nodeLabels, LabelTable namespaceLabels) {
        LabelSet merged = nodeLabels
                .labelsOf(row.day(), row.node())
                .overriddenBy(namespaceLabels.labelsOf(row.day(), row.namespace()))
                .overriddenBy(row.labels());
        return new GroupKey(row.day(), row.namespace(), row.node().orElseThrow(), merged.canonicalText());
    }
}
