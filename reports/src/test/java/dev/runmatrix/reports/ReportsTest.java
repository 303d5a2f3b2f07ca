// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.model.RunVerdicts;
import dev.runmatrix.reports.render.UnusableTemplateException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    @TempDir
    Path folder;

    private Path out;
    private Path templates;

    @BeforeEach
    void folders() throws Exception {
        out = folder.resolve("out");
        templates = Files.createDirectory(folder.resolve("own-templates"));
    }

    private StoredRun run() throws Exception {
        return Fixtures.smoke(folder.resolve("results")).stored();
    }

    @Test
    void writesThreeFilesAndNothingElse() throws Exception {
        List<Path> written =
                Reports.write(RunAnalysis.of(run()), RunVerdicts.NONE, Optional.empty(), out, Optional.empty());

        assertThat(written)
                .extracting(p -> p.getFileName().toString())
                .containsExactly("report.html", "report.md", "summary.md");
        try (var files = Files.list(out)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void theSameRunGivesTheSameBytesWhereverItLies() throws Exception {
        Map<String, String> here =
                Reports.render(Fixtures.troubled(folder.resolve("here")).stored(), Optional.empty());
        Map<String, String> there =
                Reports.render(Fixtures.troubled(folder.resolve("there")).stored(), Optional.empty());

        assertThat(here).isEqualTo(there);
        assertThat(here.values()).noneMatch(text -> text.contains(folder.toString()));
    }

    @Test
    void samplesThatAreMissingOrDamagedAreSaidAndNotInvented() throws Exception {
        StoredRun stored = Fixtures.smoke(folder.resolve("results")).stored();
        Files.writeString(stored.directory().resolve("samples/C01/1.csv"), "t_ms,what\n1,2\n");
        Files.delete(stored.directory().resolve("samples/C02/1.csv"));

        Map<String, String> files = Reports.render(stored, Optional.empty());

        assertThat(files.get("report.html"))
                .contains("No samples are stored beside this run.")
                .contains("samples/C01/1.csv: not readable as samples")
                .contains("samples/C02/1.csv: not there");
    }

    @Test
    void aTemplateOfTheFolderTakesThePlaceOfThePackedOne() throws Exception {
        Files.writeString(templates.resolve("summary.ftlmd"), "own ${report.head().title()}");

        Map<String, String> files = Reports.render(run(), Optional.of(templates));

        assertThat(files.get("summary.md")).startsWith("own Which");
        assertThat(files.get("report.md")).contains("## All cells");
    }

    @Test
    void aTemplateThatCannotBeParsedIsNamedWithItsLine() throws Exception {
        Path own = templates.resolve("summary.ftlmd");
        Files.writeString(own, "fine\n<#if report>\n");

        assertThatThrownBy(() -> Reports.write(
                        RunAnalysis.of(run()), RunVerdicts.NONE, Optional.empty(), out, Optional.of(templates)))
                .isInstanceOf(UnusableTemplateException.class)
                .hasMessageStartingWith(own + ":2: ");
        assertThat(out).doesNotExist();
    }

    @Test
    void aTemplateThatAsksForWhatTheModelLacksIsNamedWithItsLine() throws Exception {
        Path own = templates.resolve("summary.ftlmd");
        Files.writeString(own, "fine\n\n${report.nothing}\n");

        assertThatThrownBy(() -> Reports.write(
                        RunAnalysis.of(run()), RunVerdicts.NONE, Optional.empty(), out, Optional.of(templates)))
                .isInstanceOf(UnusableTemplateException.class)
                .hasMessageStartingWith(own + ":3: ");
    }

    @Test
    void aTemplateStartsNoCode() throws Exception {
        StoredRun run = run();
        for (String attack : List.of(
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${report?api.getClass()}",
                "${report.getClass().getName()}",
                "${report.class.name}")) {
            Files.writeString(templates.resolve("summary.ftlmd"), attack);

            assertThatThrownBy(() -> Reports.render(run, Optional.of(templates)))
                    .as(attack)
                    .isInstanceOf(UnusableTemplateException.class)
                    .hasMessageContaining("summary.ftlmd:1");
        }
    }

    @Test
    void aStyleSheetCannotEndItsElement() throws Exception {
        Files.writeString(templates.resolve("report.css"), "</style><script>");

        assertThatThrownBy(() -> Reports.render(run(), Optional.of(templates)))
                .isInstanceOf(UnusableTemplateException.class)
                .hasMessageContaining("report.css");
    }
}
