// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of the folders of what was measured beside the runs. */
final class PassFolders {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private PassFolders() {}

    /** The time and what it was about. */
    static String id(Instant begin, String what) {
        return TIME.format(begin) + "-" + what;
    }

    /** The shorter of absolute and relative to the working directory. */
    static String shown(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        return (folder.startsWith(here) ? here.relativize(folder) : folder).toString();
    }
}
