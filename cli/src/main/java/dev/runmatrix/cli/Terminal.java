// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether somebody is looking. */
final class Terminal {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal on which a line may be drawn again and again. */
    static boolean watchesStandardError() {
        return allowsDrawing(System.getenv()) && isTerminal();
    }

    /** Continuous integration and terminals that cannot move the cursor get no moving lines. */
    static boolean allowsDrawing(Map<String, String> environment) {
        return !environment.containsKey("CI")
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** Java tells of standard input and output only; Linux shows what standard error is. */
    @SuppressWarnings("SystemConsoleNull") // From Java 22 on a console may stand for no terminal: then a bar too many.
    private static boolean isTerminal() {
        if (!Files.isSymbolicLink(STANDARD_ERROR)) {
            return System.console() != null;
        }
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
