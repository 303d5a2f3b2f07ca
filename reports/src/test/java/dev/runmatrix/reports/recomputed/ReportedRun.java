// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.Reports;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.model.RunVerdicts;
import dev.runmatrix.reports.render.UnusableTemplateException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The default matrix as a machine has run it, and both reports of it.
 *
 * @param forks its files, without the forks of the pair that was measured twice
 * @param all its files
 * @param markdown sections of {@code report.md}, by their headings
 * @param page {@code report.html}
 * @param html its sections, by their ids
 */
record ReportedRun(
        RecordedForks forks,
        RecordedForks all,
        Map<String, ReportSection> markdown,
        Document page,
        Map<String, ReportSection> html) {

    static final ReportedRun DEFAULT_MATRIX = read();

    private static ReportedRun read() {
        try {
            Path folder = Path.of(ReportedRun.class
                    .getResource("/dev/runmatrix/reports/recomputed/default-matrix")
                    .toURI());
            Path made = Files.createTempDirectory("recomputed");
            Reports.write(
                    RunAnalysis.of(RunStore.read(folder)), RunVerdicts.NONE, Optional.empty(), made, Optional.empty());
            String text = Files.readString(made.resolve("report.md"));
            Document page = Jsoup.parse(Files.readString(made.resolve("report.html")));
            remove(made);
            RecordedForks all = RecordedForks.in(folder);
            RecordedForks forks = new RecordedForks(
                    folder,
                    all.run(),
                    all.lines().stream()
                            .filter(line -> !line.get("twin").asBoolean())
                            .toList());
            return new ReportedRun(forks, all, MarkdownReport.of(text), page, HtmlReport.of(page));
        } catch (IOException | URISyntaxException | UnreadableRunException | UnusableTemplateException e) {
            throw new IllegalStateException("cannot report the recorded run", e);
        }
    }

    private static void remove(Path made) throws IOException {
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    ReportSection markdown(String heading) {
        return Optional.ofNullable(markdown.get(heading))
                .orElseThrow(() -> new AssertionError("no section " + heading));
    }

    ReportSection html(String id) {
        return Optional.ofNullable(html.get(id)).orElseThrow(() -> new AssertionError("no section " + id));
    }

    RecordedCell cell(String name) {
        return forks.cell(name);
    }
}
