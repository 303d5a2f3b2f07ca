// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BrowserTest
class MermaidIT {

    private static final Pattern DIAGRAM =
            Pattern.compile("^```mermaid\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void itsOwnParserTakesEveryDiagram(Browser browser, Specimens specimens, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mermaid.js"), Script.mermaid());
        Path empty = Files.writeString(
                folder.resolve("empty.html"), "<!DOCTYPE html><title>empty</title><script src='mermaid.js'></script>");
        Page page = browser.open(empty, View.at(1280));

        assertThat(page.awaited(Script.named("mermaid"), "xychart-beta\n    bar [1, oops]"))
                .isNotEmpty();
        int diagrams = 0;
        for (Specimen specimen : specimens.runs()) {
            for (String diagram : diagrams(specimen)) {
                assertThat(page.awaited(Script.named("mermaid"), diagram))
                        .as("%s: %s", specimen, diagram)
                        .isEmpty();
                diagrams++;
            }
        }
        assertThat(diagrams).isGreaterThan(5);
    }

    private static List<String> diagrams(Specimen specimen) throws IOException {
        return DIAGRAM.matcher(Files.readString(specimen.markdown()))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
