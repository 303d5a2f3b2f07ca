// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The recorded run of several inputs, and others made of it.
 *
 * @param folder where these go
 */
record SizesInTime(Path folder) {

    private static final Pattern NANOS = Pattern.compile("\"wall_nanos\":(\\d+)");

    Path copy(String name, UnaryOperator<String> frame, UnaryOperator<String> fork) throws Exception {
        Path recorded = RecordedForks.of("sizes").folder();
        Path run = Files.createDirectories(folder.resolve(name));
        Files.writeString(run.resolve("run.json"), frame.apply(Files.readString(recorded.resolve("run.json"))));
        Files.write(
                run.resolve("forks.jsonl"),
                Files.readAllLines(recorded.resolve("forks.jsonl")).stream()
                        .map(fork)
                        .filter(line -> !line.isEmpty())
                        .toList());
        return run;
    }

    /** A year before, without the largest input. */
    Path earlier() throws Exception {
        return copy(
                "earlier",
                frame -> frame.replace("2026-11-", "2025-11-").replace("\"id\" : \"2026", "\"id\" : \"2025"),
                line -> line.matches(".*\"cell\":\"C1[3-6]\".*") ? "" : line);
    }

    /** The wall times of one cell are other ones than those that the ledger was right about. */
    Path later() throws Exception {
        return copy("later", frame -> frame, line -> line.contains("\"cell\":\"C15\"") ? slower(line) : line);
    }

    private static String slower(String line) {
        return NANOS.matcher(line)
                .replaceAll(nanos -> Matcher.quoteReplacement("\"wall_nanos\":" + 3 * Long.parseLong(nanos.group(1))));
    }
}
