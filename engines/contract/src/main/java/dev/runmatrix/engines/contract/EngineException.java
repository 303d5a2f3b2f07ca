// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

/**
 * Ends an engine with a message for its user. The message names what, where and the way out, in one line and without
 * credentials.
 */
public final class EngineException extends Exception {

    private static final long serialVersionUID = 1;

    private final ExitStatus status;

    public EngineException(ExitStatus status, String message) {
        super(message);
        this.status = status;
    }

    public EngineException(ExitStatus status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    public ExitStatus status() {
        return status;
    }
}
