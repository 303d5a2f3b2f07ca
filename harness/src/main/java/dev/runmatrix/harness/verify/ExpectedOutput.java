// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a dataset promises about the output made from it.
 *
 * @param rows output rows; absent where the dataset does not know
 * @param sums sum of output columns, in the units of the output; those that it knows
 */
public record ExpectedOutput(OptionalLong rows, Map<String, Double> sums) {

    public ExpectedOutput {
        sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }

    /** The promise of a dataset that knows its output rows. */
    public ExpectedOutput(long rows, Map<String, Double> sums) {
        this(OptionalLong.of(rows), sums);
    }
}
