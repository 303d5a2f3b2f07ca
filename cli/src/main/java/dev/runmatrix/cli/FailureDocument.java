// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a program that awaits a document gets from a command that ends before it has one. */
final class FailureDocument {

    private static final String SCHEMA = "run-matrix/failure/v1";
    private static final String OPTION = "--format";

    /** Exit statuses from here on are those of signals, and of what stops a bisection. */
    private static final int STOPPED = 128;

    private Optional<String> reason = Optional.empty();

    /** Notes why the command ends. */
    void because(String message) {
        reason = Optional.of(message);
    }

    /** Writes it where JSON was asked for, the command failed, and nothing else was written. */
    void writeIfAwaited(TerminalWriter out, int status, String... arguments) {
        boolean early = reason.isPresent() || status >= STOPPED;
        if (early && !out.isWritten() && asksForJson(arguments)) {
            out.println(ListingJson.text(ListingJson.document(SCHEMA)
                    .put("passed", false)
                    .put("exit_code", status)
                    .put("error", reason.orElse("stopped before there was anything to tell"))));
            out.flush();
        }
    }

    private static boolean asksForJson(String... arguments) {
        return IntStream.range(0, arguments.length).anyMatch(i -> isJson(arguments, i));
    }

    private static boolean isJson(String[] arguments, int index) {
        String argument = arguments[index].toLowerCase(Locale.ROOT);
        boolean separate = argument.equals(OPTION)
                && index + 1 < arguments.length
                && arguments[index + 1].equalsIgnoreCase("json");
        return separate || argument.equals(OPTION + "=json");
    }
}
