// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a claim states. */
public enum ClaimKind {
    /** A metric of some cells ÷ that of others on the same input, or how many times as fast the ones are as the others. */
    RATIO("ratio"),
    /** A metric of each of some cells. */
    BOUND("bound"),
    /** A metric on the largest input ÷ on the smallest, the other settings being the same. */
    GROWTH("growth"),
    /** How many times as fast the most workers are as the fewest, the other settings being the same. */
    SCALING("scaling"),
    /** That outputs are identical, or that a metric of some cells is that of others within a tolerance. */
    EQUALITY("equality");

    private final String key;

    ClaimKind(String key) {
        this.key = key;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    static Optional<ClaimKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(ClaimKind::key).toList();
    }
}
