// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.words.Legible;
import java.util.Locale;

/**
 * A line of a build log that GitHub shows beside the build.
 *
 * @param level how grave it is
 * @param title a few words
 * @param message a sentence
 */
record Annotation(Level level, String title, String message) {

    /** How grave it is. */
    enum Level {
        ERROR,
        WARNING,
        NOTICE
    }

    /** The line: a colon or a comma would end a title, a line break the message. */
    String line() {
        return "::" + level.name().toLowerCase(Locale.ROOT) + " title="
                + escaped(title).replace(":", "%3A").replace(",", "%2C") + "::" + escaped(message);
    }

    private static String escaped(String text) {
        return Legible.page(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
