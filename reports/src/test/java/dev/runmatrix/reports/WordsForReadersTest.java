// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody needs to be told who knows neither the project nor the run. */
class WordsForReadersTest {

    private static final double[] SLOW = {10, 10.1, 9.9, 10.2, 10.05, 9.95};
    private static final double[] FAST = {4, 4.1, 3.9, 4.2, 4.05, 3.95};

    @TempDir
    Path results;

    private static Map<String, String> files(StoredRun run) throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        Reports.render(run, Optional.empty()).forEach((name, text) -> files.put(name, text.replace('\u00a0', ' ')));
        return files;
    }

    private static String markdown(RunFixture run) throws Exception {
        return files(run.stored()).getOrDefault("report.md", "");
    }

    private RunFixture two() {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", false, 4, 1000).reference().clean(1, 0.2, SLOW);
        run.cell("streaming", true, 4, 1000).clean(3, 1.4, FAST);
        return run;
    }

    @Test
    void allThreeFilesSayWhatTheTimesAreTimesOf() throws Exception {
        Map<String, String> files = files(two().stored());

        for (String name : List.of("report.html", "report.md", "summary.md")) {
            assertThat(files.get(name))
                    .as(name)
                    .contains("Times: the aggregation alone, without the start of the JVM; whether the input came from"
                            + " the page cache is not known.");
        }
    }

    @Test
    void timesOfWholeProcessesAreSaidToBeThese() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 4, 1000).withoutRegions().clean(3, 1.4, FAST);

        assertThat(markdown(run)).contains("Times: the whole process, from start to exit;");
    }

    @Test
    void theFirstScreenTellsWhereTheInputCameFrom() throws Exception {
        assertThat(markdown(reading(0, 0))).contains("; the input came from the page cache (warm), not from storage.");
        assertThat(markdown(reading(500_000_000_000L, 500_000_000_000L)))
                .contains("; the input came from storage (cold), not from the page cache.");
        assertThat(markdown(reading(0, 500_000_000_000L)))
                .contains("; some forks read input from storage, not from the page cache.");
    }

    private RunFixture reading(long firstBytes, long secondBytes) {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).amid(delivered(firstBytes)).clean(1, 0.5, SLOW);
        run.cell("streaming", true, 4, 1000).amid(delivered(secondBytes)).clean(1, 0.5, SLOW);
        return run;
    }

    private static NoiseEvidence delivered(long bytes) {
        return new NoiseEvidence(
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(bytes),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aForkIsExplainedWhereForksAreFirstCounted() throws Exception {
        assertThat(markdown(two()))
                .contains("2 warm-up forks not counted. A fork is one fresh process that runs its setting once.");
    }

    @Test
    void anOutputThatNobodyCheckedIsNotSaidToBeRight() throws Exception {
        RunFixture run = two();
        run.cell("in-memory", true, 4, 1000).unchecked().clean(3, 1.9, FAST);

        for (String name : List.of("report.html", "report.md", "summary.md")) {
            assertThat(files(run.stored()).get(name))
                    .as(name)
                    .contains("no output is known to be wrong, though not all were checked.")
                    .doesNotContain("no output is wrong");
        }
        assertThat(markdown(two())).contains("0, every cell gave a result and no output is wrong.");
    }

    @Test
    void repeatingBeginsWithTheCommitAndTheData() throws Exception {
        StoredRun run = two().stored();
        String commit = run.run().environment().gitCommit().orElseThrow();

        assertThat(files(run).get("report.md"))
                .containsPattern("```sh\ngit checkout " + commit.substring(0, Math.min(12, commit.length()))
                        + "\n\\./run-matrix dataset generate production-medium.*\n\\./run-matrix run.*\n```");
    }

    @Test
    void aCommitWithChangesIsNotOneToCheckOut() throws Exception {
        StoredRun clean = two().stored();
        Path frame = clean.directory().resolve(RunStore.RUN_FILE);
        Files.writeString(frame, Files.readString(frame).replaceAll("\"git_dirty\" ?: ?false", "\"git_dirty\":true"));

        assertThat(files(RunStore.read(clean.directory())).get("report.md"))
                .contains(", with changes that were not committed.\n./run-matrix dataset generate")
                .doesNotContain("git checkout");
    }

    @Test
    void whatLargerInputsTakeSaysOfWhichCells() throws Exception {
        RunFixture run = two();
        Map<String, String> small = new LinkedHashMap<>(Map.of("mode", "in-memory", "max_workers", "4"));
        small.put("dataset", RunFixture.MAIN);
        run.cell(small, Set.of(), 4).clean(2, 0.9, SLOW);
        small.put("dataset", RunFixture.SMALL);
        run.cell(small, Set.of(), 4).clean(2, 0.5, FAST);

        assertThat(markdown(run))
                .contains("The recommended cell, C02, was measured on one input: what it would take on a larger one is"
                        + " not told. The answers below are about other cells.")
                .containsPattern("\\*\\* \\(C04 and C03\\): .* rows like production-medium would take");
    }

    @Test
    void aRunThatEndedBeforeItsFirstForkHasItsReports() throws Exception {
        StoredRun whole = two().state(RunState.INTERRUPTED).exitCode(130).stored();
        Files.writeString(whole.directory().resolve(RunStore.FORKS_FILE), "");
        Map<String, String> files = files(RunStore.read(whole.directory()));

        assertThat(files.get("report.md"))
                .contains("No answer: no cell has a result that counts.")
                .contains("No fork ended: there is nothing that a rule could judge.")
                .contains("- **Noise:** no fork ended, so nothing was seen.")
                .doesNotContain("Times:");
        assertThat(files.get("report.html")).contains("id=\"cells\"").doesNotContain("0 to 1");
    }

    @Test
    void aRunWhosePlanIsEmptyIsRefused() throws Exception {
        StoredRun empty = RunFixture.in(results).stored();

        assertThatThrownBy(() -> RunAnalysis.of(empty))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("run.json: its plan has no cells");
    }
}
