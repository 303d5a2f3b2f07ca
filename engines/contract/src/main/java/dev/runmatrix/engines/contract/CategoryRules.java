// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import dev.runmatrix.aggregator.params.CostCategory;
import dev.runmatrix.aggregator.text.LikePattern;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;

/** The cost category of a namespace, exactly as the aggregator gives it. Thread-safe. */
public final class CategoryRules implements Serializable {

    private static final long serialVersionUID = 1;

    private final String[] patterns;
    private final int[] ids;
    private final transient List<LikePattern> compiled;

    /**
     * The rules of one run.
     *
     * @param categories patterns and the category each gives
     */
    public CategoryRules(List<CostCategory> categories) {
        this(
                categories.stream().map(CostCategory::pattern).toArray(String[]::new),
                categories.stream().mapToInt(CostCategory::id).toArray());
    }

    private CategoryRules(String[] patterns, int[] ids) {
        this.patterns = patterns;
        this.ids = ids;
        compiled = List.of(patterns).stream().map(LikePattern::new).toList();
    }

    /** The greatest category whose pattern matches; absent if none does. */
    public OptionalInt categoryOf(String namespace) {
        OptionalInt greatest = OptionalInt.empty();
        for (int i = 0; i < ids.length; i++) {
            if (compiled.get(i).matches(namespace) && (greatest.isEmpty() || ids[i] > greatest.getAsInt())) {
                greatest = OptionalInt.of(ids[i]);
            }
        }
        return greatest;
    }

    private Object readResolve() {
        return new CategoryRules(patterns, ids);
    }
}
