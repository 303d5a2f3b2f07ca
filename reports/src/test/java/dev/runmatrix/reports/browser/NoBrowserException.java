// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

/** There is no browser to test with; the message says why. */
final class NoBrowserException extends Exception {

    private static final long serialVersionUID = 1;

    NoBrowserException(String message) {
        super(message);
    }

    NoBrowserException(String message, Throwable cause) {
        super(message, cause);
    }
}
