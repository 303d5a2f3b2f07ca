// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

/** A build that cannot be measured. The message names it, what was tried, and the way out. */
public final class UnusableBuildException extends Exception {

    private static final long serialVersionUID = 1;

    public UnusableBuildException(String message) {
        super(message);
    }
}
