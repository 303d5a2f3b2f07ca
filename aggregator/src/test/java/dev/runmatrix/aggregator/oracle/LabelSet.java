// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Label keys with their values; an absent value is the label value null.
 *
 * @param labels ascending by key, in UTF-8 order
 */
record LabelSet(SortedMap<String, Optional<String>> labels) {
    static final LabelSet EMPTY = new LabelSet(new TreeMap<>());

    private static final String ALWAYS_ENABLED = "vm_kubevirt_io_name";

    LabelSet {
        SortedMap<String, Optional<String>> sorted = new TreeMap<>(Utf8Order.ASCENDING);
        sorted.putAll(labels);
        labels = Collections.unmodifiableSortedMap(sorted);
    }

    static LabelSet of(Map<String, Optional<String>> labels) {
        return new LabelSet(new TreeMap<>(labels));
    }

    LabelSet only(Set<String> enabledKeys) {
        SortedMap<String, Optional<String>> kept = new TreeMap<>(labels);
        kept.keySet().removeIf(key -> !enabledKeys.contains(key) && !key.equals(ALWAYS_ENABLED));
        return new LabelSet(kept);
    }

    LabelSet overriddenBy(LabelSet stronger) {
        SortedMap<String, Optional<String>> merged = new TreeMap<>(labels);
        merged.putAll(stronger.labels);
        return new LabelSet(merged);
    }

    String canonicalText() {
        return CanonicalText.of(labels);
    }
}
