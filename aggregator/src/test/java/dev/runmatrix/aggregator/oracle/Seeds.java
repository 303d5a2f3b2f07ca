// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.stream.LongStream;

/** Which random inputs to try: {@code -Doracle.seeds=N} of them, {@code -Doracle.first=K} onward. */
final class Seeds {
    private Seeds() {}

    static LongStream stream(int usually) {
        long first = Long.getLong("oracle.first", 0);
        return LongStream.range(first, first + Integer.getInteger("oracle.seeds", usually));
    }
}
