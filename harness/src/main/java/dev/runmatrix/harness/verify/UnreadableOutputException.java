// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

/** An output that is missing or damaged; the message says which and how. */
public final class UnreadableOutputException extends Exception {

    UnreadableOutputException(String message) {
        super(message);
    }
}
