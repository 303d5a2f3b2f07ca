// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes out of a command line what is nobody else's business: passwords, tokens, user names in addresses, home folders.
 * What looks like a secret is taken for one.
 */
final class Redaction {

    private static final String HIDDEN = "***";
    private static final String SECRET_WORDS =
            "pass|passwd|password|passphrase|pwd|secret|token|api[-_.]?key|apikey|credentials?|auth|authorization|"
                    + "private[-_.]?key|access[-_.]?key|signature|cookie";
    private static final Pattern SECRET_KEY =
            Pattern.compile("(?i)(?:^|.*[-_.\\w])(?:" + SECRET_WORDS + ")[-_.\\w]{0,20}");
    private static final Pattern SECRET_PAIR = Pattern.compile("(?i)((?:" + SECRET_WORDS
            + ")[-_.\\w]{0,20}[\"']?\\s{0,3}[=:]\\s{0,3}[\"']?)(?:bearer |basic )?[^\\s&;,\"']+");
    private static final Pattern USER_IN_ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30}://)[^/@\\s]+@");
    private static final Pattern KNOWN_TOKENS = Pattern.compile("\\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\\w{20,}"
            + "|glpat-[\\w-]{16,}|xox[abprs]-[\\w-]{10,}|AKIA[0-9A-Z]{16}|sk-[\\w-]{20,}"
            + "|eyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]*)?)");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[\\w.~+/=-]{8,}");
    private static final Pattern HOME =
            Pattern.compile("(?:/home/[^/\\s:=,]+|/Users/[^/\\s:=,]+|/root)(?=[/\\s:=,]|$)");
    private static final List<String> NAME_AND_PASSWORD = List.of("-u", "--user", "--proxy-user");

    private Redaction() {}

    /** The arguments in the same order and number. */
    static List<String> of(List<String> command) {
        List<String> safe = new ArrayList<>();
        String before = "";
        for (String argument : command) {
            safe.add(isSecretOption(before) && !argument.startsWith("-") ? HIDDEN : inside(before, argument));
            before = argument;
        }
        return safe;
    }

    /** An option whose value is the next argument, or a header or pair that was cut in two. */
    private static boolean isSecretOption(String argument) {
        boolean option = argument.startsWith("-") && !argument.contains("=");
        boolean openPair = argument.endsWith(":") || argument.endsWith("=");
        String name = argument.replaceAll("[\"'{:=]+", "");
        return name.equalsIgnoreCase("bearer")
                || ((option || openPair) && SECRET_KEY.matcher(name).matches());
    }

    private static String inside(String before, String argument) {
        if (NAME_AND_PASSWORD.contains(before.toLowerCase(Locale.ROOT)) && argument.contains(":")) {
            return HIDDEN;
        }
        String text = USER_IN_ADDRESS.matcher(argument).replaceAll("$1" + HIDDEN + "@");
        text = SECRET_PAIR.matcher(text).replaceAll("$1" + HIDDEN);
        text = BEARER.matcher(text).replaceAll("$1 " + HIDDEN);
        text = KNOWN_TOKENS.matcher(text).replaceAll(HIDDEN);
        return HOME.matcher(text).replaceAll("~");
    }
}
