// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.Locale;
import java.util.Optional;

/** How a piece of text stands out on a terminal that has colours; the words say the same without them. */
enum Style {
    HEADING("1"),
    BAD("31"),
    GOOD("32"),
    DOUBT("33"),
    NOTE("2");

    private final String attribute;

    Style(String attribute) {
        this.attribute = attribute;
    }

    /** What makes a terminal begin with it. */
    String sequence() {
        return "\u001b[" + attribute + "m";
    }

    /** The style of a word for a state; absent for other words. */
    static Optional<Style> of(String word) {
        String state = word.toLowerCase(Locale.ROOT).replace("clearly ", "");
        return switch (state) {
            case "fail", "failed", "slower", "more", "wrong", "problem", "damaged", "▲" -> Optional.of(BAD);
            case "pass", "faster", "less", "same", "ok", "complete", "ready", "▼" -> Optional.of(GOOD);
            case "cannot tell",
                    "inconclusive",
                    "suspect",
                    "faster?",
                    "less?",
                    "contaminated",
                    "not comparable",
                    "not measured",
                    "accepted",
                    "few forks",
                    "warning",
                    "outdated",
                    "interrupted",
                    "incomplete",
                    "not ended",
                    "skipped",
                    "△",
                    "▽" -> Optional.of(DOUBT);
            case "noise", "none", "not made", "unknown", "·", "–" -> Optional.of(NOTE);
            default -> state.startsWith("within ±") ? Optional.of(NOTE) : Optional.empty();
        };
    }
}
