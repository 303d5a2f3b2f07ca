// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where data are: a path of this machine, or an address that begins with {@code scheme://}. */
public final class Place {

    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*", Pattern.DOTALL);

    private Place() {}

    /** The scheme of an address, in lower case; absent for a path. */
    public static Optional<String> scheme(String place) {
        Matcher matcher = ADDRESS.matcher(place);
        return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
