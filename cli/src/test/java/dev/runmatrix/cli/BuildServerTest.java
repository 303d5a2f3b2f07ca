// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildServerTest {

    private static final PlannedCell FIRST = SavedSittings.CELLS.get(0);
    private static final Map<String, String> ACTIONS = Map.of("GITHUB_ACTIONS", "true");

    @TempDir
    Path folder;

    private final StringWriter log = new StringWriter();

    @BeforeEach
    void aSummary() throws Exception {
        Files.writeString(folder.resolve("summary.md"), "**PASS**\n");
    }

    @Test
    void failuresAreErrorsAndWhatCannotBeToldAWarningAndNoticesNotices() throws Exception {
        tell(
                ACTIONS,
                Conclusions.rule(FIRST, GateOutcome.PASS, "fine"),
                Conclusions.rule(FIRST, GateOutcome.FAIL, "it grew by 12 %, of 5 %\nat most"),
                Conclusions.rule(FIRST, GateOutcome.INCONCLUSIVE, "too few forks"));

        assertThat(log.toString().lines())
                .containsExactly(
                        "::error title=run-matrix%2C C01 wall::it grew by 12 %25, of 5 %25%0Aat most",
                        "::warning title=run-matrix%2C C01 wall::too few forks",
                        "::notice title=run-matrix%2C gate::a rule names no cell");
    }

    @Test
    void aTitleMayHoldWhatWouldEndIt() {
        Annotation annotation = new Annotation(Annotation.Level.ERROR, "a: b, 5 %\r\n", "c: d, 5 %\r\n");

        assertThat(annotation.line()).isEqualTo("::error title=a%3A b%2C 5 %25%0D%0A::c: d, 5 %25%0D%0A");
    }

    @Test
    void atMostTenOfALevelAreToldAndTheLastCountsTheOthers() throws Exception {
        tell(
                ACTIONS,
                IntStream.range(0, 15)
                        .mapToObj(i -> Conclusions.rule(FIRST, GateOutcome.FAIL, "number " + i))
                        .toArray(GateResult[]::new));

        List<String> errors = log.toString()
                .lines()
                .filter(line -> line.startsWith("::error"))
                .toList();
        assertThat(errors).hasSize(10);
        assertThat(errors.get(9)).contains("and 6 more");
    }

    @Test
    void elsewhereTheLogStaysAsItIs() throws Exception {
        tell(Map.of("CI", "true"), Conclusions.rule(FIRST, GateOutcome.FAIL, "it grew by 12 %"));

        assertThat(log.toString()).isEmpty();
    }

    @Test
    void theSummaryIsAddedToThePageOfTheStep() throws Exception {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "before");

        tell(Map.of("GITHUB_STEP_SUMMARY", page.toString()));

        assertThat(Files.readString(page)).isEqualTo("before\n**PASS**\n\n");
    }

    @Test
    void aPageThatCannotBeWrittenIsToldAndNoFailure() throws Exception {
        tell(Map.of("GITHUB_STEP_SUMMARY", folder.resolve("no/such/folder").toString()));

        assertThat(log.toString()).contains("which GITHUB_STEP_SUMMARY names, cannot be written");
    }

    private void tell(Map<String, String> environment, GateResult... results) throws Exception {
        PrintWriter out = new PrintWriter(log);
        CiFiles.of(Conclusions.gated(folder, Conclusions.goodRun(), results)).tell(new BuildServer(environment, out));
        out.flush();
    }
}
