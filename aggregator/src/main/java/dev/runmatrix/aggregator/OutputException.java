// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.io.IOException;

/** The output could not be written, which must not be mistaken for input that could not be read. */
final class OutputException extends IOException {

    private static final long serialVersionUID = 1;

    private final IOException reason;

    OutputException(IOException reason) {
        super(reason);
        this.reason = reason;
    }

    /** What went wrong. */
    IOException reason() {
        return reason;
    }
}
