// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a baseline: a file name on every system, which leads nowhere else and looks like no option.
 *
 * @param text one to {@value #LONGEST} letters, digits, dots, dashes and underlines, a letter or digit first
 */
public record BaselineName(String text) {

    /** What a name may be, in words. */
    public static final String RULE =
            "1 to 64 of the characters A-Z a-z 0-9 . _ -, the first a letter or digit, and not 'latest'";

    /** What stands in a name for the class of the machine, so that each class may have a baseline of its own. */
    public static final String MACHINE = "{machine}";

    private static final int LONGEST = 64;
    private static final int CLASS_DIGITS = 12;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (LONGEST - 1) + "}");

    /** It already names the newest run. */
    private static final String TAKEN = "latest";

    public BaselineName {
        if (!isName(text)) {
            throw new IllegalArgumentException("'" + text + "' is no name of a baseline: " + RULE);
        }
    }

    /** A text as a name, absent where it is none. */
    public static Optional<BaselineName> of(String text) {
        return isName(text) ? Optional.of(new BaselineName(text)) : Optional.empty();
    }

    /**
     * A name as a user or a matrix writes it, with {@value #MACHINE} replaced.
     *
     * @param machineClassHash {@link Environment#machineClassHash}; its first {@value #CLASS_DIGITS} characters are used
     */
    public static String onMachine(String name, String machineClassHash) {
        return name.replace(MACHINE, machineClassHash.substring(0, Math.min(CLASS_DIGITS, machineClassHash.length())));
    }

    private static boolean isName(String text) {
        return ALLOWED.matcher(text).matches() && !text.equals(TAKEN);
    }
}
