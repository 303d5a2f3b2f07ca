// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;

/** Text ordered by its unsigned UTF-8 bytes, which is the order of code points (and not that of Java's strings). */
final class Utf8Order {
    static final Comparator<String> ASCENDING =
            (left, right) -> Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));

    private Utf8Order() {}
}
