// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.text.LikePattern;
import dev.runmatrix.aggregator.text.TextIds;
import dev.runmatrix.aggregator.text.Utf8;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The cost category of each namespace: the greatest of those whose patterns match. Thread-safe. */
public final class CostCategories {

    private final List<Category> categories;
    private final TextIds names;
    private final Map<Integer, Double> known = new ConcurrentHashMap<>();

    public CostCategories(List<Category> categories, TextIds names) {
        this.categories = List.copyOf(categories);
        this.names = names;
    }

    /**
     * One pattern.
     *
     * @param pattern what a namespace must match
     * @param id the category
     */
    public record Category(LikePattern pattern, int id) {}

    /** The category of a namespace; NaN if there is none. */
    double of(int namespace) {
        return namespace == TextIds.NULL ? Double.NaN : known.computeIfAbsent(namespace, this::match);
    }

    private double match(int namespace) {
        String text = Utf8.toText(names.text(namespace));
        return categories.stream()
                .filter(category -> category.pattern.matches(text))
                .mapToDouble(Category::id)
                .max()
                .orElse(Double.NaN);
    }
}
