// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Legible;
import java.util.regex.Pattern;

/** Arguments as a shell takes them, on one line. */
final class ShellWords {

    /** A run of characters at a time: one by one, a long class path would exhaust the stack. */
    private static final Pattern SAFE = Pattern.compile("(?:[A-Za-z0-9_@%+=:,./-]++|\\{[a-z_]+\\})+");

    private ShellWords() {}

    static String quoted(String argument) {
        String line = Legible.line(argument);
        return SAFE.matcher(line).matches() ? line : "'" + line.replace("'", "'\\''") + "'";
    }
}
