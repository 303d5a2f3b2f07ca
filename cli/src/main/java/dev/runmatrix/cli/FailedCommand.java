// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says in one line why a command could not do its work; of anything unforeseen it prints the trace.
 *
 * <p>A class and not a lambda: a lambda of a type from so old a class file keeps both out of the class-data archive.
 */
final class FailedCommand implements IExecutionExceptionHandler {

    private final FailureDocument document;

    FailedCommand(FailureDocument document) {
        this.document = document;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (e instanceof CommandFailure failure) {
            document.because(String.valueOf(failure.getMessage()));
            err.println("run-matrix: " + failure.getMessage());
            return failure.code().status();
        }
        document.because("a bug: " + e);
        err.println("run-matrix: a bug, please report it with this trace:");
        e.printStackTrace(err);
        return ExitCode.INTERNAL.status();
    }
}
