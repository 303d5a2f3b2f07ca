// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The numbers of a text in their order, with their signs and units; those within names are none. */
final class PrintedNumbers {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d_\u2026])[\u00d7+\u2212\u00b1]?\\d+(?:,\\d{3})*(?:\\.\\d+)*[\\p{L}\\d]*"
                    + "(?: (?:%|s\\b|ms\\b|min\\b|core\u2011s|GB\\b|MB\\b|M\\b))?");

    private PrintedNumbers() {}

    static List<String> of(String text) {
        return NUMBER.matcher(plain(text)).results().map(MatchResult::group).toList();
    }

    /** One kind of space. */
    static String plain(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
    }
}
