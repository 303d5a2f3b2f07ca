// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.rules;

import dev.runmatrix.engines.contract.LabelRules;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/** The canonical text of the enabled labels in the text of a label column. */
public final class CanonicalLabels implements UDF1<String, String> {

    private static final long serialVersionUID = 1;

    private final LabelRules rules;
    private final Memo<String, String> known = new Memo<>();

    public CanonicalLabels(LabelRules rules) {
        this.rules = rules;
    }

    @Override
    public String call(@Nullable String text) {
        return text == null ? LabelRules.NONE : known.get(text, rules::canonical);
    }
}
