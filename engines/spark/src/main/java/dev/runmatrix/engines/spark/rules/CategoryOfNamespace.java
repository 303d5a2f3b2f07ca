// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.rules;

import dev.runmatrix.engines.contract.CategoryRules;
import java.util.OptionalInt;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/** The cost category of a namespace; null for none. */
public final class CategoryOfNamespace implements UDF1<String, Integer> {

    private static final long serialVersionUID = 1;

    private final CategoryRules rules;
    private final Memo<String, OptionalInt> known = new Memo<>();

    public CategoryOfNamespace(CategoryRules rules) {
        this.rules = rules;
    }

    @Override
    public @Nullable Integer call(@Nullable String namespace) {
        OptionalInt category = namespace == null ? OptionalInt.empty() : known.get(namespace, rules::categoryOf);
        return category.isPresent() ? category.getAsInt() : null;
    }
}
