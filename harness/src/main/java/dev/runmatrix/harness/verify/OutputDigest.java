// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an output holds, in short.
 *
 * @param digest SHA-256 of column names and canonical rows, 64 hexadecimal digits; the same for any order of rows
 * @param rows number of rows
 * @param bytes size of the file
 * @param sums sum of each column that holds numbers, nulls skipped, compensated
 */
public record OutputDigest(String digest, long rows, long bytes, Map<String, Double> sums) {

    public OutputDigest {
        sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }
}
