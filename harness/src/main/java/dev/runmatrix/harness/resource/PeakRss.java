// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The kernel's high-water mark of a process's resident set, which goes with the process: so it is looked at as it grows. */
public final class PeakRss {

    private static final String KEY = "VmHWM:";
    private static final String UNIT = "kB";
    private static final int KIB = 1024;
    private static final int FIRST_LOOKS = 10;
    private static final int LATER_PERIOD = 4;

    private final Path status;
    private int looks;
    private OptionalLong greatest = OptionalLong.empty();

    public PeakRss(long pid) {
        status = Path.of("/proc", Long.toString(pid), "status");
    }

    /** Reads the mark as it is now; once the process has settled, not at every call, as the mark never falls. */
    public void look() {
        looks++;
        if (looks > FIRST_LOOKS && looks % LATER_PERIOD != 0) {
            return;
        }
        String text;
        try {
            text = Files.readString(status, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // It has ended, or this is not Linux: what was seen stays.
            return;
        }
        int key = text.indexOf(KEY);
        int end = text.indexOf(UNIT, key);
        if (key >= 0 && end >= 0) {
            long bytes = Long.parseLong(text.substring(key + KEY.length(), end).strip()) * KIB;
            greatest = OptionalLong.of(Math.max(bytes, greatest.orElse(0)));
        }
    }

    /** The last mark that could be read; empty where there was none. */
    public OptionalLong bytes() {
        return greatest;
    }
}
