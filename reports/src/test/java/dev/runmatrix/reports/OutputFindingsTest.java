// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.OutputState;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.model.OutputWords;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFindingsTest {

    private static final double[] SLOW = {20, 20.1, 20.2, 20.3, 20.4, 20.5};
    private static final double[] FAST = {10, 10.1, 10.2, 10.3, 10.4, 10.5};
    private static final double[] FASTEST = {5, 5.1, 5.2, 5.3, 5.4, 5.5};

    @TempDir
    Path results;

    private static String words(RunFixture run, int cell) throws Exception {
        return OutputWords.of(RunAnalysis.of(run.stored()).cells().get(cell));
    }

    private static String file(RunFixture run, String name) throws Exception {
        return Reports.render(run.stored(), Optional.empty()).getOrDefault(name, "");
    }

    @Test
    void anOutputThatNothingWasComparedWithIsNotChecked() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).unchecked().clean(1, 0.5, FAST);

        assertThat(words(run, 0)).isEqualTo("not checked");
        assertThat(file(run, "report.md"))
                .contains("7 finished attempts; 7 were not checked.")
                .doesNotContain("same output")
                .doesNotContain("agree");
    }

    @Test
    void aLoneOutputIsNotTheSameAsOthers() throws Exception {
        RunFixture run = RunFixture.in(results).forks(1);
        run.cell("streaming", true, 2, 1000)
                .withoutManifest()
                .uncomparedReference()
                .clean(1, 0.5, 10);

        assertThat(words(run, 0)).isEqualTo("not checked");
    }

    @Test
    void theReferencesFirstOutputIsTheOneThatOthersAreComparedWith() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).reference().withoutManifest().clean(1, 0.5, FAST);

        assertThat(words(run, 0)).isEqualTo("same");
    }

    @Test
    void aCellThatWasNotCheckedIsNotRecommendedWhereOthersWere() throws Exception {
        RunFixture run = RunFixture.in(results).budget(Optional.empty());
        run.cell("streaming", false, 4, 1000).reference().clean(1, 0.5, SLOW);
        run.cell("streaming", true, 4, 1000).clean(2, 0.5, FAST);
        run.cell("streaming", true, 4, 2000).unchecked().clean(3, 0.5, FASTEST);

        assertThat(file(run, "summary.md"))
                .contains("Set `parallel_chunks: true`. Streaming then takes 10.2")
                .contains("with the same output")
                .contains("| Fastest | C03")
                .contains("**Fastest with a checked output** | **C02**");
    }

    @Test
    void whereNoOutputWasCheckedTheFastestIsStillNamed() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", false, 4, 1000).reference().unchecked().clean(1, 0.5, SLOW);
        run.cell("streaming", true, 4, 1000).unchecked().clean(2, 0.5, FAST);

        assertThat(file(run, "summary.md"))
                .contains("Set `parallel_chunks: true`. Streaming then takes 10.2")
                .doesNotContain("same output");
    }

    @Test
    void whatTheUsersProgramFoundRightIsCalledVerified() throws Exception {
        RunFixture run = RunFixture.in(results)
                .command(new CommandTarget(
                        Map.of("mode", "streaming"),
                        List.of("totals"),
                        Map.of(),
                        Optional.empty(),
                        Optional.of(List.of("check", "{out}"))));
        run.cell("streaming", true, 2, 1000).accepted().withoutRegions().clean(1, 0.5, FAST);
        run.cell("in-memory", true, 2, 1000).clean(1, 0.5, FAST);

        RunAnalysis analysis = RunAnalysis.of(run.stored());

        assertThat(analysis.cells()).extracting(OutputWords::of).containsExactly("verified", "same");
        assertThat(analysis.outputs().agreeing()).isEqualTo(7);
        assertThat(file(run, "report.md"))
                .contains("7 were found right by the program that the matrix names for it")
                .contains("its output is judged by `check {out}`");
    }

    @Test
    void aTwinThatWritesSomethingElseIsTheCellsFault() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).clean(1, 0.5, FAST).wrongTwins(10, 10, 10);

        CellAnalysis cell = RunAnalysis.of(run.stored()).cells().get(0);

        assertThat(cell.isRanked()).isFalse();
        assertThat(cell.outputs().count(OutputState.WRONG)).isEqualTo(3);
        assertThat(file(run, "report.md")).contains("**WRONG OUTPUT:** C01");
    }
}
