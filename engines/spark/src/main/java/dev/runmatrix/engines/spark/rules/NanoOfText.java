// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.rules;

import dev.runmatrix.engines.contract.DayTime;
import dev.runmatrix.engines.contract.InstantRules;
import java.util.Optional;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/** Nanoseconds from the beginning of a day to the instant that a text names. */
public final class NanoOfText implements UDF1<String, Long> {

    private static final long serialVersionUID = 1;

    private final InstantRules rules = new InstantRules();
    private final Memo<String, Optional<DayTime>> known = new Memo<>();

    @Override
    public @Nullable Long call(@Nullable String text) {
        return text == null
                ? null
                : known.get(text, rules::read).map(DayTime::nanoOfDay).orElse(null);
    }
}
