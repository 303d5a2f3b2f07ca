// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Whether somebody is looking. */
final class Terminal {

    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal on which a line may be drawn again and again. */
    static boolean watchesStandardError() {
        return allowsDrawing(System.getenv()) && isTerminal(STANDARD_ERROR);
    }

    /** Whether standard output is to have colours. */
    static boolean coloursStandardOutput() {
        return hasColours(System.getenv(), () -> isTerminal(STANDARD_OUTPUT));
    }

    /** What users say counts, a no more than a yes; else terminals that can have colours, the same as moving lines. */
    static boolean hasColours(Map<String, String> environment, BooleanSupplier terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        return Stream.of("FORCE_COLOR", "CLICOLOR_FORCE")
                        .map(name -> environment.getOrDefault(name, ""))
                        .anyMatch(value -> !value.isEmpty() && !value.equals("0"))
                || (allowsDrawing(environment) && terminal.getAsBoolean());
    }

    /** Continuous integration and terminals that cannot move the cursor get no moving lines. */
    static boolean allowsDrawing(Map<String, String> environment) {
        return !environment.containsKey("CI")
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** Java tells of standard input and output only; Linux shows what each stream is. */
    @SuppressWarnings("SystemConsoleNull") // From Java 22 on a console may stand for no terminal: then a bar too many.
    private static boolean isTerminal(Path stream) {
        if (!Files.isSymbolicLink(stream)) {
            return System.console() != null;
        }
        try {
            String target = Files.readSymbolicLink(stream).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
