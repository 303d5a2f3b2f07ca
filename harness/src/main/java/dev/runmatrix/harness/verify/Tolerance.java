// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

/** How far two numbers may be apart and still be the same result: 1e-9 of the greater one. */
final class Tolerance {

    private static final double RELATIVE = 1e-9;

    private Tolerance() {}

    static boolean covers(Value a, Value b) {
        return a instanceof Value.Numeric x && b instanceof Value.Numeric y && covers(x.number(), y.number());
    }

    static boolean covers(double a, double b) {
        return a == b || Math.abs(a - b) <= RELATIVE * Math.max(Math.abs(a), Math.abs(b));
    }
}
