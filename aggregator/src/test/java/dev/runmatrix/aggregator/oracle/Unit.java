// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.Optional;

/** From what a node counts to what the summary shows. */
enum Unit {
    CORE_HOURS(3600, 0),
    GIB_HOURS(3600, 30),
    CORES(1, 0),
    GIB(1, 30);

    private final long divisor;
    private final int halvings;

    Unit(long divisor, int halvings) {
        this.divisor = divisor;
        this.halvings = halvings;
    }

    Cell cell(Optional<ExactNumber> counted) {
        return Cell.measure(counted.map(exact -> exact.quotient(divisor, halvings)));
    }
}
