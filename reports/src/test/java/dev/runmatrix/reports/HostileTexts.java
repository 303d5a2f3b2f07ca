// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Texts from outside that mean something in one of the formats that this project writes. */
final class HostileTexts {

    private static final Path FILE = Path.of("src/test/resources/dev/runmatrix/reports/hostile-texts.json");

    private HostileTexts() {}

    /** Those of usual length, none of them blank. */
    static List<String> all() throws IOException {
        return List.of(new ObjectMapper().readValue(Files.readAllBytes(FILE), String[].class));
    }

    /** Longer than any field is meant to be, with and without places to break, and such that escaping makes them longer. */
    static List<String> endless() {
        return List.of(
                "x".repeat(10_000), "word ".repeat(2_000), "`".repeat(10_000), "<".repeat(10_000), "|".repeat(10_000));
    }

    /** The texts in another order: that of a field is another one in each of so many runs. */
    static List<String> turned(List<String> texts, int by) {
        List<String> turned = new ArrayList<>();
        IntStream.range(0, texts.size()).forEach(i -> turned.add(texts.get((i + by) % texts.size())));
        return turned;
    }
}
