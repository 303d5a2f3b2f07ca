// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.input;

/** A column whose type cannot be read as what it should hold. */
final class UnusableColumnException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableColumnException(String column, String problem) {
        super("column " + column + " " + problem);
    }
}
