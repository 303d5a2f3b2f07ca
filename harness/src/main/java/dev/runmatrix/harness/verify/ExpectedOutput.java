// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a dataset promises about the output made from it.
 *
 * @param rows output rows
 * @param sums sum of output columns, in the units of the output
 */
public record ExpectedOutput(long rows, Map<String, Double> sums) {

    public ExpectedOutput {
        sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }
}
