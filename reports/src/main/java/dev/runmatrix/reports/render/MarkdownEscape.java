// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import dev.runmatrix.reports.words.Legible;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes any text harmless in the Markdown of GitHub and GitLab: it shows as written, breaks no table, notifies nobody and
 * links nowhere.
 */
public final class MarkdownEscape {

    /** Breaks what a forge would read as a name or a link, and takes no room. */
    private static final char JOINER = '\u2060';

    private static final String ESCAPED = "\\`*_|~$";
    private static final Pattern BLOCK_START =
            Pattern.compile("^(?:([-+=#])|(\\d{1,9})([.)]))(?=\\s|$|[-=#])|^\\[(?=[ xX]\\])");
    /** Brackets alone show as they are, which keeps intervals readable. */
    private static final Pattern LINK = Pattern.compile("\\]\\s*[(\\[:]|\\[\\s*\\^|!\\[");

    /**
     * Behind what the forges read as a reference in the finished text, where no backslash helps: people, issues, merge
     * requests, labels, milestones, snippets and epics, addresses, and pictures by name.
     */
    private static final Pattern REFERENCE = Pattern.compile(String.join(
            "|",
            "@",
            "#(?=\\S)",
            "[!&$%~](?=[\\p{Alnum}\"])",
            "\\bGH-(?=\\d)",
            ":(?=//?)",
            ":(?=[+\\w-]*[a-z][+\\w-]*:)",
            "\\[(?=[a-z_]+:)",
            "(?i:\\bwww)(?=\\.)",
            "(?i:\\b(?:mailto|xmpp))(?=:)"));

    /** What a forge takes for a commit, if it has one of that name; a number is none. */
    private static final Pattern COMMIT =
            Pattern.compile("\\b(?:[0-9a-f]{40}|(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{7,39})\\b");

    private static final Pattern SIX = Pattern.compile(".{6}(?!$)");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownEscape() {}

    /** For running text and table cells. */
    public static String text(String plain) {
        String line = Legible.line(plain);
        boolean links = LINK.matcher(line).find();
        StringBuilder safe = new StringBuilder(line.length() + 16);
        apart(line).codePoints().forEach(c -> append(c, links, safe));
        return withoutBlockStart(safe.toString());
    }

    private static String apart(String line) {
        String named = REFERENCE.matcher(line).replaceAll("$0" + JOINER);
        return COMMIT.matcher(named)
                .replaceAll(commit -> SIX.matcher(commit.group()).replaceAll("$0" + JOINER));
    }

    private static void append(int c, boolean links, StringBuilder safe) {
        if (ESCAPED.indexOf(c) >= 0 || (links && c == '[')) {
            safe.append('\\').appendCodePoint(c);
        } else if (c == '<') {
            safe.append("&lt;");
        } else if (c == '>') {
            safe.append("&gt;");
        } else if (c == '&') {
            safe.append("&amp;");
        } else {
            safe.appendCodePoint(c);
        }
    }

    /** A text at the start of a line opens no heading, list, rule or block of code. */
    private static String withoutBlockStart(String text) {
        String start = text.startsWith(" ") ? " " : "";
        String rest = text.stripLeading();
        Matcher block = BLOCK_START.matcher(rest);
        if (!block.find()) {
            return start + rest;
        }
        int mark = block.end() - 1;
        return start + rest.substring(0, mark) + "\\" + rest.substring(mark);
    }

    /** A text in bold, whose stars would show beside a space. */
    public static String strong(String plain) {
        String text = text(plain.strip());
        return text.isBlank() ? "" : "**" + text + "**";
    }

    /** A code span outside of tables; nothing for an empty text. */
    public static String code(String raw) {
        String text = Legible.line(raw);
        if (text.isBlank()) {
            return "";
        }
        String fence = "`".repeat(longestRun(text) + 1);
        boolean pad = text.startsWith("`") || text.endsWith("`") || (text.startsWith(" ") && text.endsWith(" "));
        return fence + (pad ? " " + text + " " : text) + fence;
    }

    /** A code span inside a table, where a bar would end the cell even in code, and a backslash before it would, too. */
    public static String cellCode(String raw) {
        return code(raw).replace("\\|", "\\" + JOINER + "|").replace("|", "\\|");
    }

    /** A block of lines that show as they are. */
    static String fenced(String language, Iterable<String> lines) {
        StringBuilder body = new StringBuilder();
        for (String line : lines) {
            body.append(Legible.line(line.replace("\t", "    "))).append('\n');
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
