// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFinderTest {

    private static final String OLD = "20261120T081500Z-aa11bb2";
    private static final String NEW = "20261122T062500Z-3f1c2ab";

    @TempDir
    Path results;

    private RunFinder finder;

    @BeforeEach
    void runs() throws Exception {
        for (String id : new String[] {OLD, NEW}) {
            Files.createFile(Files.createDirectory(results.resolve(id)).resolve("run.json"));
        }
        Files.createDirectory(results.resolve("20261123T000000Z-empty00"));
        Files.createSymbolicLink(results.resolve("latest"), results.resolve(OLD));
        finder = new RunFinder(results);
    }

    @Test
    void aRunIsFoundByPathIdBeginningOrEnd() throws Exception {
        assertThat(finder.find(results.resolve(OLD).toString())).isEqualTo(results.resolve(OLD));
        assertThat(finder.find(OLD)).isEqualTo(results.resolve(OLD));
        assertThat(finder.find("20261120")).isEqualTo(results.resolve(OLD));
        assertThat(finder.find("3f1c2ab")).isEqualTo(results.resolve(NEW));
    }

    @Test
    void latestIsTheNewestIdThatHoldsARun() throws Exception {
        assertThat(finder.find("latest")).isEqualTo(results.resolve(NEW));
    }

    @Test
    void aCopyBesideTheRunsIsNeverTheLatest() throws Exception {
        Files.createFile(Files.createDirectory(results.resolve("my-copy")).resolve("run.json"));

        assertThat(finder.find("latest")).isEqualTo(results.resolve(NEW));
    }

    @Test
    void anUnknownRunNamesTheNearest() {
        assertThatThrownBy(() -> finder.find("20261121T08"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no such run; the nearest are " + OLD + ", " + NEW);
    }

    @Test
    void anAmbiguousBeginningNamesAllRunsThatMatch() {
        assertThatThrownBy(() -> finder.find("2026112"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("2 runs")
                .hasMessageContaining(OLD)
                .hasMessageContaining(NEW);
    }

    @Test
    void withoutRunsTheMessageSaysHowToMakeOne() {
        RunFinder nothing = new RunFinder(results.resolve("missing"));

        assertThatThrownBy(() -> nothing.find("latest")).hasMessageContaining("./run-matrix");
        assertThatThrownBy(() -> nothing.find("x")).hasMessageContaining("./run-matrix");
    }
}
