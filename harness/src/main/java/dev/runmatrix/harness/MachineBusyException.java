// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

/** Another program is measuring on this machine; the message says which, since when, and where the lock is. */
public final class MachineBusyException extends Exception {

    MachineBusyException(String message) {
        super(message);
    }
}
