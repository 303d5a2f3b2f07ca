// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.history.History;
import dev.runmatrix.reports.history.Nights;
import dev.runmatrix.reports.history.Pinned;
import dev.runmatrix.reports.history.RunLevels;
import dev.runmatrix.reports.model.HistoryReport;
import dev.runmatrix.reports.model.HistoryRow;
import dev.runmatrix.reports.model.HistorySection;
import dev.runmatrix.reports.render.HistoryRenderer;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HistoryReportTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dev/runmatrix/reports/golden/history");
    private static final String HOSTILE = "</title><script>alert(1)</script>|`x`\u001b[31m@all \u202e${x}";

    /** Six nights on an old machine, then twenty-five on another one: a step, a creep, gaps, a cell that came late. */
    private static History eventful() throws UnreadableRunException {
        List<RunLevels> runs = new Nights(11, 31, 5)
                .noise(0.008, 0.01)
                .machine(night -> night < 6 ? "0ld" : "c1a55")
                .measured((night, cell) -> cell != 4 || night >= 27)
                .failing((night, cell) -> cell == 3 && night == 12)
                .disturbed((night, cell) -> cell == 2 && night == 14)
                .dirty(night -> night == 30)
                .effect((night, cell) -> cell == 0 && night >= 22 ? 1.06 : cell == 1 && night > 6 ? 1.16 : 1)
                .levels();
        return History.of(Metric.WALL, runs, List.of(new Pinned("release-1", runs.get(6))));
    }

    private static History history(Nights nights) throws UnreadableRunException {
        return History.of(Metric.WALL, nights.levels(), List.of());
    }

    @Test
    void anEventfulHistoryLooksAsReviewed() throws Exception {
        HistoryReport report = HistoryReport.of(eventful(), List.of("results/x: no stored run here (no run.json)"));
        HistoryRenderer renderer = new HistoryRenderer(Optional.empty());

        compare("history.html", renderer.html(report));
        compare("history.md", renderer.markdown(report));
    }

    private static void compare(String name, String text) throws Exception {
        Path golden = GOLDEN.resolve(name);
        if ("rewrite".equals(System.getProperty("runmatrix.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text).as("%s", golden).isEqualTo(Files.readString(golden));
    }

    @Test
    void aChangeNamesItsRunItsCommitsItsSizeAndWhatConfirmsIt() throws Exception {
        HistorySection section =
                HistoryReport.of(eventful(), List.of()).sections().get(0);

        assertThat(section.changes()).hasSize(1);
        assertThat(section.changes().get(0).headline())
                .hasToString("1 cell: more wall time since run 20260123T020000Z-00000b6 of 2026-01-23.");
        assertThat(section.changes().get(0).cells().get(0).toString())
                .startsWith("C01 streaming · 1 worker: +")
                .contains("\u00a0% of 1.99", "runs before and 9 from then on");
        assertThat(section.changes().get(0).command())
                .isEqualTo("./run-matrix ab --base 00000b500000 --head 00000b600000 --only max_workers=1");
    }

    @Test
    void aBuildWithUncommittedChangesHasNoCommandThatNamesIt() throws Exception {
        HistorySection section =
                HistoryReport.of(eventful(), List.of()).sections().get(0);

        assertThat(section.creep()).hasSize(1);
        assertThat(section.creep().get(0).command()).isEmpty();
        assertThat(section.creep().get(0).notes().toString()).contains("with changes", "No commit names both");
    }

    @Test
    void theSameBuildOnBothSidesIsNotComparedWithItself() throws Exception {
        HistoryReport report = HistoryReport.of(
                history(new Nights(1, 30, 3)
                        .noise(0.01, 0.01)
                        .build(night -> 7)
                        .effect((night, cell) -> night >= 20 && cell == 0 ? 1.1 : 1)),
                List.of());

        assertThat(report.sections().get(0).changes().get(0).command()).isEmpty();
        assertThat(report.sections().get(0).changes().get(0).notes().toString()).contains("the same build");
    }

    @Test
    void tooFewRunsSayHowManyMoreAndNothingElse() throws Exception {
        HistoryReport report = HistoryReport.of(history(new Nights(1, 4, 2)), List.of());

        assertThat(report.sentence())
                .hasToString(
                        "Nothing can be told yet: a change takes 10 runs of a cell to be seen, 6 more are needed.");
        assertThat(report.sections().get(0).unknown().get(0).toString())
                .startsWith("Changes of C01, C02: 6 more runs are needed");
        assertThat(report.sections().get(0).changes()).isEmpty();
    }

    @Test
    void noRunAtAllIsAPageToo() throws Exception {
        HistoryReport report = HistoryReport.of(new History(Metric.WALL, List.of()), List.of());

        assertThat(report.sentence()).hasToString("No stored run to look at.");
        assertThat(new HistoryRenderer(Optional.empty()).html(report)).contains("No stored run to look at.");
    }

    @Test
    void whatSittingsDifferByIsSaidWithItsOrigin() throws Exception {
        assertThat(fact(history(new Nights(1, 12, 2)))).contains("5.0\u00a0% of a median (SD), assumed");
        assertThat(fact(history(new Nights(1, 12, 2).build(night -> 1)))).contains("estimated from 12 sittings");
    }

    private static String fact(History history) {
        return HistoryReport.of(history, List.of()).sections().get(0).facts().stream()
                .filter(fact -> fact.key().equals("Sittings differ by"))
                .map(fact -> fact.value().toString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void cellsOfOneNameAreToldApart() throws Exception {
        HistoryReport report =
                HistoryReport.of(history(new Nights(1, 30, 1).data(night -> night < 15 ? "d1" : "d2")), List.of());

        assertThat(report.sections().get(0).rows()).extracting(HistoryRow::cell).containsExactly("C01", "C01/2");
        assertThat(report.sections().get(0).rows().get(1).label()).endsWith("(until 2026-01-15)");
    }

    @Test
    void memoryHasItsOwnUnitAndWords() throws Exception {
        List<RunLevels> runs = new Nights(1, 12, 1).levels();

        HistoryReport report = HistoryReport.of(History.of(Metric.PEAK_RSS, runs, List.of()), List.of());

        assertThat(report.title()).isEqualTo("History of peak memory");
        assertThat(report.unit()).isEqualTo("GB");
        assertThat(report.sections().get(0).rows().get(0).first()).startsWith("2.0");
    }

    @Test
    void aThousandCellsKeepMarkdownWithinWhatAForgeShowsAndTheChangedOnesStay() throws Exception {
        HistoryReport report = HistoryReport.of(
                history(new Nights(1, 12, 1000)
                        .forks(4)
                        .noise(0.001, 0.001)
                        .effect((night, cell) -> night >= 8 && cell == 700 ? 1.1 : 1)),
                List.of());
        HistoryRenderer renderer = new HistoryRenderer(Optional.empty());

        String markdown = renderer.markdown(report);

        assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
        assertThat(markdown)
                .contains("| C701 |", "Only cells that changed are listed, of 1,000.")
                .doesNotContain("| C02 |");
        assertThat(report.sections().get(0).panels()).hasSize(60);
    }

    @Test
    void hostileNamesShowAsTheyAreAndDoNothing() throws Exception {
        HistoryReport report = HistoryReport.of(
                history(new Nights(1, 30, 2)
                        .noise(0.01, 0.01)
                        .mode(HOSTILE)
                        .machine(night -> HOSTILE)
                        .effect((night, cell) -> night >= 20 && cell == 0 ? 1.1 : 1)),
                List.of(HOSTILE));
        HistoryRenderer renderer = new HistoryRenderer(Optional.empty());

        String html = renderer.html(report);
        Document page = parsed(html);

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(html).doesNotContain("\u001b", "\u202e").contains("&lt;script&gt;");
        assertThat(renderer.markdown(report))
                .doesNotContain("<script", "\u001b")
                .contains("&lt;script&gt;");
    }

    @Test
    void thePageRunsNoScriptReachesNothingAndIsWellFormed() throws Exception {
        String html = new HistoryRenderer(Optional.empty()).html(HistoryReport.of(eventful(), List.of()));
        Document page = parsed(html);
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(((Element) page.getElementsByTagName("meta").item(1)).getAttribute("content"))
                .startsWith("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest) + "';")
                .doesNotContain("script-src");
        assertThat(html).doesNotContain("http://", "https://", "url(", "<script", " style=");
        NodeList drawings = page.getElementsByTagName("svg");
        assertThat(drawings.getLength()).isEqualTo(9);
        assertThat(page.getElementsByTagName("details").getLength()).isEqualTo(9);
        for (int i = 0; i < drawings.getLength(); i++) {
            assertThat(((Element) drawings.item(i)).getAttribute("aria-label")).contains("wall time in");
        }
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }
}
