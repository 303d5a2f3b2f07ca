// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

/** When a written number counts as the right one. */
@FunctionalInterface
interface Nearness {
    /** The same number; 0 and -0 are the same. */
    Nearness EQUAL = (wanted, found) -> wanted == found;

    boolean accepts(double wanted, double found);

    static Nearness withinUlps(int ulps) {
        return (wanted, found) -> wanted == found || Math.abs(wanted - found) <= ulps * Math.ulp(wanted);
    }

    static Nearness relative(double error) {
        return (wanted, found) ->
                wanted == found || Math.abs(wanted - found) <= error * Math.max(Math.abs(wanted), Math.abs(found));
    }
}
