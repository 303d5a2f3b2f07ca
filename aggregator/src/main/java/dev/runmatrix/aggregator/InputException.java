// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

/** Input or parameters that cannot be used. The message names the file, the column where there is one, and the way out. */
public final class InputException extends Exception {

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
