// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

/** Input that must make a run fail. */
final class RefusedInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedInput(String message) {
        super(message);
    }
}
