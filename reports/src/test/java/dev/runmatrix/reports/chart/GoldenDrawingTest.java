// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares each drawing with a stored one; {@code -Drunmatrix.golden=rewrite} stores them anew, to be looked at in a browser. */
class GoldenDrawingTest {
    /** A page needs no namespace; a file that a browser shall open does. */
    private static final String NAMESPACE = "xmlns=\"http://www.w3.org/2000/svg\" ";

    private static final Path FOLDER = Path.of("src/test/resources/dev/runmatrix/reports/chart");

    @TestFactory
    Stream<DynamicTest> aDrawingIsTheStoredOne() {
        return Specimens.drawings("C05").entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> compare(entry)));
    }

    @Test
    void theSameInputGivesTheSameText() {
        assertThat(Specimens.drawings("C05").toString())
                .isEqualTo(Specimens.drawings("C05").toString());
    }

    private static void compare(Map.Entry<String, Drawing> entry) throws IOException {
        Path file = FOLDER.resolve(entry.getKey() + ".svg");
        String lines =
                entry.getValue().markup().replace("<svg ", "<svg " + NAMESPACE).replace("><", ">\n<") + "\n";
        if ("rewrite".equals(System.getProperty("runmatrix.golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, lines);
        }
        assertThat(lines).isEqualTo(Files.readString(file));
    }
}
