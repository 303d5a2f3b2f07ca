// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

/**
 * One thing that is wrong with a matrix.
 *
 * @param where file, line and column ({@code run-matrix.yaml:12:5}), or the argument of the command
 * @param what the key in question, what is wrong with it, and the way out
 */
public record Problem(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
