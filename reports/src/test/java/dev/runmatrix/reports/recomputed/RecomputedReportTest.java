// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** That nothing of the two reports is in no section whose numbers are computed again. */
class RecomputedReportTest {

    private static final ReportedRun RUN = ReportedRun.DEFAULT_MATRIX;

    @Test
    void markdownHasTheseSections() {
        assertThat(RUN.markdown().keySet())
                .containsExactly(
                        "Answer",
                        "Baseline",
                        "Claims",
                        "Findings",
                        "The options, measured",
                        "All cells",
                        "Time against memory",
                        "Why cells differ",
                        "Scaling and projections",
                        "Machine and method",
                        "Data and reproduction");
        RUN.markdown("Baseline").tells(List.of());
    }

    @Test
    void htmlHasTheseSections() {
        assertThat(RUN.html().keySet())
                .containsExactly(
                        "head",
                        "answer",
                        "baseline",
                        "claims",
                        "findings",
                        "options",
                        "matrix",
                        "tradeoff",
                        "timelines",
                        "why",
                        "scaling",
                        "method",
                        "data");
        RUN.html("baseline").tells(List.of());
    }

    @Test
    void htmlHasNoNumberOutsideOfParagraphsTablesAndDrawings() {
        for (Element section : RUN.page().select("main > section, header.top")) {
            assertThat(PrintedNumbers.of(HtmlReport.unread(section)))
                    .as(section.id())
                    .isEmpty();
        }
        Element rest = RUN.page().body().clone();
        rest.select("main > section, header.top, script").remove();
        assertThat(PrintedNumbers.of(rest.text()))
                .isEqualTo(ReportSection.line(
                        RUN.all().run().get("tool_version").asText(),
                        RUN.all().run().get("id").asText()));
    }

    @Test
    void theTitleOfThePageTellsTheAnswer() {
        CellFigures fastest = CellFigures.of("C04");
        String run = RUN.all().run().get("id").asText();

        assertThat(PrintedNumbers.of(RUN.page().title()))
                .isEqualTo(ReportSection.line(run, fastest.wall() + " s", fastest.memory() + " GB"));
    }

    /** Columns of the same name have the same text in every row. */
    @Test
    void bothReportsTabulateTheSame() {
        List<List<String>> sections = List.of(
                List.of("Why cells differ", "why"),
                List.of("Scaling and projections", "scaling"),
                List.of("The options, measured", "options"),
                List.of("Claims", "claims"));
        for (List<String> names : sections) {
            List<ReportTable> one = RUN.markdown(names.get(0)).tables();
            List<ReportTable> other = RUN.html(names.get(1)).tables();
            assertThat(one).hasSameSizeAs(other);
            for (int i = 0; i < one.size(); i++) {
                same(one.get(i), other.get(i));
            }
        }
    }

    private static void same(ReportTable one, ReportTable other) {
        List<String> shared = new ArrayList<>(one.header());
        shared.retainAll(other.header());
        shared.removeAll(List.of("Measured as", "Claim", "Forks, s", "Change"));
        assertThat(shared).isNotEmpty();
        String[] columns = shared.toArray(String[]::new);
        assertThat(one.columns(columns).rows()).isEqualTo(other.columns(columns).rows());
    }
}
