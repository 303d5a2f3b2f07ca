// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

/** A stored run that is missing, of another schema version, or damaged; the message names the file and the way out. */
public final class UnreadableRunException extends Exception {

    public UnreadableRunException(String message) {
        super(message);
    }
}
