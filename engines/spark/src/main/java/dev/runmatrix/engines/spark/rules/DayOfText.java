// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.rules;

import dev.runmatrix.engines.contract.DayTime;
import dev.runmatrix.engines.contract.InstantRules;
import java.util.Optional;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/** The day that the text of an instant names, counted from 1970-01-01. */
public final class DayOfText implements UDF1<String, Integer> {

    private static final long serialVersionUID = 1;

    private final InstantRules rules = new InstantRules();
    private final Memo<String, Optional<DayTime>> known = new Memo<>();

    @Override
    public @Nullable Integer call(@Nullable String text) {
        return text == null
                ? null
                : known.get(text, rules::read).map(DayTime::epochDay).orElse(null);
    }
}
