// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the rows of one summary row have in common; ordered as the summary is.
 *
 * @param labels canonical text of the merged labels
 */
record GroupKey(LocalDate day, Optional<String> namespace, String node, String labels) implements Comparable<GroupKey> {
    private static final Comparator<GroupKey> ORDER = Comparator.comparing(GroupKey::day)
            .thenComparing(key -> key.namespace().isPresent())
            .thenComparing(key -> key.namespace().orElse(""), Utf8Order.ASCENDING)
            .thenComparing(GroupKey::node, Utf8Order.ASCENDING)
            .thenComparing(GroupKey::labels, Utf8Order.ASCENDING);

    @Override
    public int compareTo(GroupKey other) {
        return ORDER.compare(this, other);
    }
}
