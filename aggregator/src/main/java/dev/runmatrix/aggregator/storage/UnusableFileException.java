// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

import java.io.IOException;

/** A file that is missing, denied or changed, not one that another try could read. The message names it and the way out. */
public final class UnusableFileException extends IOException {

    private static final long serialVersionUID = 1;

    private final String problem;

    public UnusableFileException(Location location, String problem) {
        super(location + ": " + problem);
        this.problem = location + ": " + problem;
    }

    /** What is wrong, for the user. */
    public String problem() {
        return problem;
    }
}
