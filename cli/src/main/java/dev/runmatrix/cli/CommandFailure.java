// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

/** Ends a command with a message for its user and no stack trace. The message names what, where and the way out. */
public final class CommandFailure extends Exception {

    private final ExitCode code;

    public CommandFailure(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    public ExitCode code() {
        return code;
    }
}
