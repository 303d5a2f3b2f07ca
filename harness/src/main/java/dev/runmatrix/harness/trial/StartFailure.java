// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import java.io.IOException;

/** Why a program could not be started, and what to do about it. */
final class StartFailure {

    private static final String NOT_FOUND = "error=2,";
    private static final String NO_PERMISSION = "error=13,";
    private static final String NO_PROGRAM = "error=8,";
    private static final String TOO_LONG = "error=7,";

    private StartFailure() {}

    /** One line. */
    static String words(Invocation invocation, IOException refusal) {
        return FailureWords.line("'" + invocation.program() + "' " + words(refusal));
    }

    /** The same without the name of the program. */
    static String words(IOException refusal) {
        return FailureWords.line("could not be started: " + reason(String.valueOf(refusal.getMessage())));
    }

    private static String reason(String reason) {
        if (reason.contains(NOT_FOUND)) {
            return "no such program, or its interpreter is missing; write one of the PATH, or the path of a file,"
                    + " relative to its working directory";
        }
        if (reason.contains(NO_PERMISSION)) {
            return "no permission to execute it; make it executable";
        }
        if (reason.contains(NO_PROGRAM)) {
            return "no program of this machine; a script begins with #! and its interpreter";
        }
        if (reason.contains(TOO_LONG)) {
            return "its arguments and environment are too long for this machine";
        }
        return reason;
    }
}
