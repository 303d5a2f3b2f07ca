// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.util.OptionalLong;

/** Files of the kernel in which each line is a name and a number. */
final class NamedCounter {

    private NamedCounter() {}

    /**
     * The number after a name at the beginning of a line.
     *
     * @param name with the colon or space that ends it
     */
    static OptionalLong in(String text, String name) {
        int at = text.startsWith(name) ? 0 : text.indexOf("\n" + name) + 1;
        if (at == 0 && !text.startsWith(name)) {
            return OptionalLong.empty();
        }
        return number(text, at + name.length());
    }

    /** The number that begins at a place, behind spaces; empty where there is none. */
    static OptionalLong number(String text, int from) {
        int begin = from;
        while (begin < text.length() && (text.charAt(begin) == ' ' || text.charAt(begin) == '\t')) {
            begin++;
        }
        int end = begin;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        try {
            return end > begin ? OptionalLong.of(Long.parseLong(text, begin, end, 10)) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            // More digits than any counter has.
            return OptionalLong.empty();
        }
    }
}
