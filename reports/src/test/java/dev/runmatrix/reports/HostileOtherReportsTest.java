// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.history.History;
import dev.runmatrix.reports.history.Nights;
import dev.runmatrix.reports.model.HistoryReport;
import dev.runmatrix.reports.model.TriageReport;
import dev.runmatrix.reports.render.HistoryRenderer;
import dev.runmatrix.reports.render.TriageRenderer;
import dev.runmatrix.reports.triage.Watched;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of live processes and of many runs is built as with plain words, whatever the names in it are. */
class HostileOtherReportsTest {

    private static final int STEP = 3;

    @Test
    void triageIsBuiltAsWithPlainWords() throws Exception {
        TriageRenderer renderer = new TriageRenderer(Optional.empty());
        TriageReport plain = triage("word", "other word", "third word");
        List<String> texts = HostileTexts.all();
        for (int turn = 0; turn < texts.size(); turn += STEP) {
            List<String> turned = HostileTexts.turned(texts, turn);
            TriageReport hostile = triage(turned.get(0), turned.get(1), turned.get(2));

            same(renderer.markdown(hostile), renderer.markdown(plain), renderer.html(hostile), renderer.html(plain));
        }
    }

    private static TriageReport triage(String command, String thread, String note) {
        return TriageReport.of(new Watched()
                .command("job", command, note)
                .setting("mode", command)
                .configured("max_workers", "4")
                .thread("job", 0.97)
                .thread(thread, 0.02, 0, 0.5, note)
                .unreadable("Not readable: " + note)
                .triage());
    }

    @Test
    void historyIsBuiltAsWithPlainWords() throws Exception {
        HistoryRenderer renderer = new HistoryRenderer(Optional.empty());
        HistoryReport plain = history("word", "other word");
        List<String> texts = HostileTexts.all();
        for (int turn = 0; turn < texts.size(); turn += STEP) {
            List<String> turned = HostileTexts.turned(texts, turn);
            HistoryReport hostile = history(turned.get(0), turned.get(1));

            same(renderer.markdown(hostile), renderer.markdown(plain), renderer.html(hostile), renderer.html(plain));
        }
    }

    private static HistoryReport history(String mode, String leftOut) throws Exception {
        Nights nights = new Nights(1, 12, 2)
                .noise(0.01, 0.01)
                .mode(mode)
                .effect((night, cell) -> night >= 6 && cell == 0 ? 1.3 : 1);
        return HistoryReport.of(
                History.of(Metric.WALL, nights.levels(), List.of()), List.of("results/" + leftOut, leftOut));
    }

    private static void same(String markdown, String plainMarkdown, String html, String plainHtml) {
        MarkdownShape text = MarkdownShape.of(markdown);
        assertThat(text.oddities()).isEmpty();
        assertThat(text.blocks()).isEqualTo(MarkdownShape.of(plainMarkdown).blocks());
        HtmlShape page = HtmlShape.of(html);
        assertThat(page.oddities()).isEmpty();
        assertThat(page.elements()).isEqualTo(HtmlShape.of(plainHtml).elements());
    }
}
