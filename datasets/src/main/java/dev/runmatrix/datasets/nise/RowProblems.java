// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the rows of an import: the first of them in words, all of them as a number. */
public final class RowProblems {

    private static final int MOST_SHOWN = 20;
    /** Who has so many has another kind of file. */
    private static final int MOST = 1_000;

    private static final int LONGEST_VALUE = 40;

    private final List<String> shown = new ArrayList<>();
    private long count;

    void add(String file, long line, String what) {
        count++;
        if (shown.size() < MOST_SHOWN) {
            shown.add(file + ":" + line + ": " + what);
        }
    }

    /** Whether reading on is of no use. */
    boolean areTooMany() {
        return count >= MOST;
    }

    public long count() {
        return count;
    }

    /** A line each; the last one says how many more there are. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(shown);
        if (count > shown.size()) {
            String more = areTooMany() ? " more, and reading stopped there" : " more";
            lines.add("... and " + (count - shown.size()) + more);
        }
        return lines;
    }

    /** A value in quotes, of which the beginning is enough. */
    static String quoted(String value) {
        String start = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
        StringBuilder plain = new StringBuilder("'");
        start.codePoints().map(c -> Character.isISOControl(c) ? '\uFFFD' : c).forEach(plain::appendCodePoint);
        return plain.append('\'').toString();
    }
}
