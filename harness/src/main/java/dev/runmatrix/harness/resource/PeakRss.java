// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The kernel's high-water mark of a process's resident set, which goes with the process: so it is looked at as it grows. */
public final class PeakRss {

    private static final String KEY = "VmHWM:";
    private static final int KIB = 1024;

    private final Path status;
    private OptionalLong greatest = OptionalLong.empty();

    public PeakRss(long pid) {
        status = Path.of("/proc", Long.toString(pid), "status");
    }

    /** Reads the mark as it is now. */
    public void look() {
        List<String> lines;
        try {
            lines = Files.readAllLines(status);
        } catch (IOException e) {
            // It has ended, or this is not Linux: what was seen stays.
            return;
        }
        lines.stream()
                .filter(line -> line.startsWith(KEY))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                .forEach(bytes -> greatest = OptionalLong.of(Math.max(bytes, greatest.orElse(0))));
    }

    /** The last mark that could be read; empty where there was none. */
    public OptionalLong bytes() {
        return greatest;
    }
}
