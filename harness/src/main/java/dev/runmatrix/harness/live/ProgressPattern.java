// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.result.live.ProgressPoint;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds in a line of a log how much is done. The pattern is the user's own and may be one that takes for ever: each line
 * gets a moment, no more.
 */
public final class ProgressPattern {

    /** A number of rows, with separators, and perhaps of how many. */
    public static final String USUAL = "(?<done>\\d[\\d,_ ]*)(?:\\s*(?:/|of)\\s*(?<total>\\d[\\d,_ ]*))?\\s*rows";

    private static final long NANOS_A_LINE = Duration.ofMillis(50).toNanos();
    private static final int MOST_DIGITS = 18;

    private final Pattern pattern;
    private final boolean namesDone;
    private final boolean namesTotal;

    private ProgressPattern(Pattern pattern, boolean namesDone, boolean namesTotal) {
        this.pattern = pattern;
        this.namesDone = namesDone;
        this.namesTotal = namesTotal;
    }

    /**
     * Compiles a pattern with a group for what is done, the one named {@code done} or the first, and perhaps one named
     * {@code total}.
     *
     * @throws IllegalArgumentException if it is none; the message says why and what to write
     */
    public static ProgressPattern of(String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            if (pattern.matcher("").groupCount() == 0) {
                throw new IllegalArgumentException(
                        "'" + regex + "' has no group; put what counts into parentheses, such as 'done: ([\\d,]+)'");
            }
            return new ProgressPattern(pattern, regex.contains("(?<done>"), regex.contains("(?<total>"));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + regex + "' is no regular expression: " + e.getDescription(), e);
        }
    }

    /**
     * Looks at one line.
     *
     * @throws TooSlow if the pattern takes too long on it
     */
    Optional<ProgressPoint> find(String line, long elapsedNanos) throws TooSlow {
        try {
            Matcher matcher = pattern.matcher(new HurriedText(line, System.nanoTime() + NANOS_A_LINE));
            Optional<ProgressPoint> last = Optional.empty();
            while (matcher.find()) {
                last = point(matcher, elapsedNanos).or(() -> Optional.empty());
            }
            return last;
        } catch (HurriedText.TimeUp | StackOverflowError e) {
            // Java's matcher goes one call deeper a repetition for some patterns.
            throw new TooSlow();
        }
    }

    private Optional<ProgressPoint> point(Matcher matcher, long elapsedNanos) {
        String done = namesDone ? matcher.group("done") : matcher.group(1);
        String total = namesTotal ? matcher.group("total") : null;
        return number(done)
                .map(count -> new ProgressPoint(elapsedNanos, count, total == null ? Optional.empty() : number(total)));
    }

    private static Optional<Long> number(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[,_\\s\\u00a0\\u202f']", "").replaceFirst("^0+(?=\\d)", "");
        return digits.length() <= MOST_DIGITS ? Counters.number(digits) : Optional.empty();
    }

    /** The pattern takes too long. */
    static final class TooSlow extends Exception {
        private static final long serialVersionUID = 1;
    }
}
