// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes any text harmless in the Markdown of GitHub and GitLab: it shows as written, breaks no table, notifies nobody and
 * links nowhere.
 */
final class MarkdownEscape {

    /** Breaks what a forge would read as a name or a link, and takes no room. */
    private static final char JOINER = '\u2060';

    private static final String ESCAPED = "\\`*_|~$";
    private static final Pattern BLOCK_START = Pattern.compile("^(\\s*)(?:([-+=#])|(\\d{1,9})([.)]))(?=\\s|$|[-=#])");
    /** Brackets alone show as they are, which keeps intervals readable. */
    private static final Pattern LINK = Pattern.compile("\\]\\s*[(\\[:]|\\[\\s*\\^|!\\[");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownEscape() {}

    /** For running text and table cells. */
    static String text(String plain) {
        boolean links = LINK.matcher(plain).find();
        StringBuilder safe = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            char next = i + 1 < plain.length() ? plain.charAt(i + 1) : ' ';
            append(c, next, links, safe);
        }
        return withoutBlockStart(safe.toString());
    }

    private static void append(char c, char next, boolean links, StringBuilder safe) {
        if (ESCAPED.indexOf(c) >= 0 || (links && c == '[')) {
            safe.append('\\').append(c);
        } else if (c == '<') {
            safe.append("&lt;");
        } else if (c == '>') {
            safe.append("&gt;");
        } else if (c == '&') {
            safe.append("&amp;");
        } else if (c == '@' || (c == '#' && !Character.isWhitespace(next)) || (c == ':' && next == '/')) {
            safe.append(c).append(JOINER);
        } else if (c == '.' && next != ' ' && endsWithWww(safe)) {
            safe.append(JOINER).append(c);
        } else {
            safe.append(isLineBreakOrControl(c) ? ' ' : c);
        }
    }

    private static boolean endsWithWww(StringBuilder safe) {
        int length = safe.length();
        return length >= 3 && safe.substring(length - 3).equalsIgnoreCase("www");
    }

    private static boolean isLineBreakOrControl(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    /** A text at the start of a line opens no heading, list or rule. */
    private static String withoutBlockStart(String text) {
        Matcher start = BLOCK_START.matcher(text);
        if (!start.find()) {
            return text;
        }
        String rest = text.substring(start.end());
        boolean sign = start.group(2) != null;
        return sign
                ? start.group(1) + "\\" + start.group(2) + rest
                : start.group(1) + start.group(3) + "\\" + start.group(4) + rest;
    }

    /** A code span outside of tables; nothing for an empty text. */
    static String code(String raw) {
        StringBuilder line = new StringBuilder();
        raw.chars().forEach(c -> line.append(isLineBreakOrControl((char) c) ? ' ' : (char) c));
        String text = line.toString();
        if (text.isBlank()) {
            return "";
        }
        String fence = "`".repeat(longestRun(text) + 1);
        boolean pad = text.startsWith("`") || text.endsWith("`") || (text.startsWith(" ") && text.endsWith(" "));
        return fence + (pad ? " " + text + " " : text) + fence;
    }

    /** A code span inside a table, where a bar would end the cell even in code. */
    static String cellCode(String raw) {
        return code(raw).replace("|", "\\|");
    }

    /** A block of lines that show as they are. */
    static String fenced(String language, Iterable<String> lines) {
        StringBuilder body = new StringBuilder();
        for (String line : lines) {
            line.chars().forEach(c -> body.append(isLineBreakOrControl((char) c) && c != '\t' ? ' ' : (char) c));
            body.append('\n');
        }
        String fence = "`".repeat(Math.max(3, longestRun(body.toString()) + 1));
        return fence + language + "\n" + body + fence;
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(r -> r.group().length())
                .max()
                .orElse(0);
    }
}
