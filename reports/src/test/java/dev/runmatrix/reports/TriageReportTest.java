// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.reports.model.TriageReport;
import dev.runmatrix.reports.model.TriageStatement;
import dev.runmatrix.reports.render.TriageRenderer;
import dev.runmatrix.reports.triage.Watched;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class TriageReportTest {

    private static final String HOSTILE = "<script>|`x`\u001b[31m@all";

    @Test
    void everyStatementHasItsValuesItsLimitsAndWhatWouldRefuteIt() {
        TriageReport report = TriageReport.of(serial().triage());

        assertThat(report.verdict().word()).isEqualTo("SINGLE CORE");
        assertThat(report.sentence().toString()).contains("0.97 cores of 4 requested", "job");
        assertThat(report.statements()).hasSize(1);
        TriageStatement verdict = report.statements().get(0);
        assertThat(verdict.evidence())
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value).contains("limit: at least"));
        assertThat(verdict.refutedBy().toString()).isNotEmpty();
        assertThat(report.why().toString())
                .isEqualTo(
                        "--parallel-chunks false: it streams one chunk at a time, and --max-workers 4 has no effect.");
        assertThat(report.change().toString())
                .isEqualTo("Set --parallel-chunks true instead of false, and start it again.");
    }

    @Test
    void oneCounterAloneIsOnlyConsistentWithIt() {
        TriageReport report =
                TriageReport.of(new Watched().jvm(1.2, 0).thread("main", 0.4).triage());

        assertThat(report.sentence().toString()).contains("consistent with");
    }

    @Test
    void aHealthyProcessIsToldNothingToChange() {
        TriageReport report = TriageReport.of(
                new Watched().thread("w1", 0.9).thread("w2", 0.9).triage());

        assertThat(report.why().isEmpty()).isTrue();
        assertThat(report.change().isEmpty()).isTrue();
        assertThat(report.verdict().word()).isEqualTo("BUSY, NO FAULT SEEN");
    }

    @Test
    void whatCouldNotBeReadIsTold() {
        TriageReport report = TriageReport.of(new Watched()
                .thread("w1", 0.9)
                .unreadable("Input not readable.")
                .triage());

        assertThat(report.notes()).extracting(Object::toString).containsExactly("Input not readable.");
    }

    @Test
    void bothFormsSayTheSameAndAreEscaped() throws Exception {
        TriageReport report =
                TriageReport.of(serial().command(HOSTILE).thread(HOSTILE, 0.01).triage());
        TriageRenderer renderer = new TriageRenderer(Optional.empty());

        String markdown = renderer.markdown(report);
        String html = renderer.html(report);

        assertThat(markdown)
                .contains("**SINGLE CORE. One thread does all the work")
                .doesNotContain("\u001b");
        assertThat(html)
                .contains("One thread does all the work", "&lt;script&gt;")
                .contains("default-src &#39;none&#39;; style-src")
                .doesNotContain("<script")
                .doesNotContain("script-src")
                .doesNotContain("\u001b");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static Watched serial() {
        return new Watched()
                .aggregator("java", "dev.runmatrix.cli.Main", "aggregate")
                .setting("mode", "streaming")
                .setting("parallel_chunks", "false")
                .setting("max_workers", "4")
                .thread("job", 0.97);
    }
}
