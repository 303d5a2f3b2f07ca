// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.aggregator.postgres.PostgresUrl;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments in a line or two, and where to read on. */
final class WrongArguments implements IParameterExceptionHandler {

    private final FailureDocument failure;

    WrongArguments(FailureDocument failure) {
        this.failure = failure;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        String message = PostgresUrl.withoutSecrets(message(e));
        failure.because(message);
        err.println("run-matrix: " + message);
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("See './" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.status();
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String first = unmatched.getUnmatched().get(0);
            boolean commandIsExpected = !e.getCommandLine().getSubcommands().isEmpty();
            return commandIsExpected ? "unknown command '" + first + "'" : "'" + first + "' is one argument too many";
        }
        return String.valueOf(e.getMessage());
    }
}
