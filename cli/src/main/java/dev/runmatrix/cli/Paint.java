// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colours for one terminal, or none. Text is marked first and coloured where it is written, so that nothing else that is
 * written there can do the same: the marks hold a number that no stored text knows.
 */
final class Paint {

    /** For everything that is no terminal with colours. */
    static final Paint NONE = new Paint("");

    /** No text has this character: it stands for none. */
    private static final char MARK = '\uffff';

    private static final String PLAIN = "-";
    private static final String RESET = "\u001b[0m";

    private static final Pattern STATE = Pattern.compile("^\\s*(?:claims: )?("
            + "FAIL|PASS|SUSPECT|SLOWER|FASTER|WRONG|CANNOT TELL|NOT COMPARABLE|NOT MEASURED|FAILED|contaminated|failed|"
            + "wrong|not measured|inconclusive|problem|warning)\\b");

    private final String key;
    private final Pattern marks;

    private Paint(String key) {
        this.key = key;
        this.marks = Pattern.compile(MARK + key + ":(" + PLAIN + "|[A-Z]+);");
    }

    static Paint inColours() {
        return new Paint(Long.toUnsignedString(new SplittableRandom().nextLong(), Character.MAX_RADIX));
    }

    /** What a writer's terminal shows. */
    static Paint of(PrintWriter out) {
        return out instanceof TerminalWriter terminal ? terminal.paint() : NONE;
    }

    private boolean isOn() {
        return !key.isEmpty();
    }

    String styled(Style style, String text) {
        return isOn() && !text.isBlank() ? mark(style.name()) + text + mark(PLAIN) : text;
    }

    private String mark(String what) {
        return MARK + key + ":" + what + ";";
    }

    /** A word for a state in its colour; any other as it is. */
    String state(String word) {
        Optional<Style> style = isOn() ? Style.of(word) : Optional.empty();
        return style.map(known -> styled(known, word)).orElse(word);
    }

    /** A line with the colour of the state that it begins with, if it does. */
    String sentence(String line) {
        Matcher state = STATE.matcher(line);
        return isOn() && state.find()
                ? line.substring(0, state.start(1)) + state(state.group(1)) + line.substring(state.end(1))
                : line;
    }

    /** A text for the terminal: the marks as what the terminal obeys, and what is between them as it is to be shown. */
    String applied(String text, UnaryOperator<String> shown) {
        if (!isOn() || text.indexOf(MARK) < 0) {
            return shown.apply(text);
        }
        StringBuilder whole = new StringBuilder();
        Matcher mark = marks.matcher(text);
        int from = 0;
        while (mark.find()) {
            whole.append(shown.apply(text.substring(from, mark.start()))).append(sequence(mark.group(1)));
            from = mark.end();
        }
        return whole.append(shown.apply(text.substring(from))).toString();
    }

    private static String sequence(String what) {
        return what.equals(PLAIN) ? RESET : Style.valueOf(what).sequence();
    }
}
