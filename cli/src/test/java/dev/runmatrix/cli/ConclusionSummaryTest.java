// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.reports.Reports;
import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConclusionSummaryTest {

    private static final PlannedCell FIRST = SavedSittings.CELLS.get(0);
    private static final PlannedCell SECOND = SavedSittings.CELLS.get(1);

    @TempDir
    Path folder;

    @Test
    void theVerdictComesFirstAndNamesCellRuleAndNumber() throws Exception {
        String page = page(Conclusions.gated(
                folder,
                Conclusions.goodRun(),
                Conclusions.rule(FIRST, GateOutcome.PASS, "it grew by 0.1 %"),
                Conclusions.rule(SECOND, GateOutcome.FAIL, "it grew by 12 %, 5 % are allowed")));

        assertThat(page.lines().limit(3))
                .containsExactly(
                        "<!-- run-matrix:t alarm -->",
                        "",
                        "**FAIL: C02 (mode=streaming max\\_workers=4), wall grows by at most 5 %: it grew by 12 %, 5 % are"
                                + " allowed**");
        assertThat(page)
                .contains(
                        "| **FAIL** | C02 | `mode=streaming max_workers=4` | wall grows by at most 5 % | it grew by 12 %")
                .contains("**Machine class:** `m` (`c`). **Build:** `b`.")
                .contains("To measure it again: `./run-matrix run --seed 1`")
                .doesNotContain("it grew by 0.1 %");
    }

    @Test
    void aCellIsNamedOnceInASentence() throws Exception {
        String about = "C02 (mode=streaming max_workers=4): ";
        String page = page(Conclusions.gated(
                folder,
                Conclusions.goodRun(),
                Conclusions.rule(SECOND, GateOutcome.FAIL, about + "wall grew by 12 %")));

        assertThat(page)
                .contains("wall grows by at most 5 %: wall grew by 12 %**")
                .contains("| wall grows by at most 5 % | wall grew by 12 % |");
    }

    @Test
    void aGateThatHoldsIsQuiet() throws Exception {
        String page = page(Conclusions.gated(
                folder,
                Conclusions.goodRun(),
                Conclusions.rule(FIRST, GateOutcome.PASS, "fine"),
                Conclusions.rule(SECOND, GateOutcome.ACCEPTED, "it grew by 12 %")));

        assertThat(page)
                .startsWith("<!-- run-matrix:t quiet -->")
                .contains("**PASS: 1 rule of the gate holds; 1 broken and accepted.**")
                .contains("it grew by 12 % Accepted: Ada until May");
    }

    @Test
    void whatNobodyCanTellIsNoAlarmAndNoPass() throws Exception {
        String page = page(Conclusions.gated(
                folder, Conclusions.goodRun(), Conclusions.rule(FIRST, GateOutcome.INCONCLUSIVE, "too few forks")));

        assertThat(page)
                .startsWith("<!-- run-matrix:t quiet -->")
                .contains("**CANNOT TELL for 1 of 1 rules of the gate; none is broken.**");
    }

    @Test
    void aBrokenCellIsTheVerdictThoughTheGateHolds() throws Exception {
        StoredRun run = Conclusions.run(List.of(StoredRuns.wrong("C02", 1, "one row less")));

        String page = page(Conclusions.gated(folder, run, Conclusions.rule(FIRST, GateOutcome.PASS, "fine")));

        assertThat(page)
                .startsWith("<!-- run-matrix:t alarm -->")
                .contains("**BROKEN: C02 (wrong output: one row less).**")
                .contains("| C02 | `mode=streaming max_workers=4` | wrong output: one row less |");
    }

    @Test
    void twoBuildsAreToldApartWithWhatCouldHaveBeenSeen() throws Exception {
        String page = page(Conclusions.built(
                folder, Conclusions.goodRun(), Conclusions.pair(FIRST, 1.0), Conclusions.pair(SECOND, 1.3)));

        assertThat(page)
                .startsWith("<!-- run-matrix:t alarm -->")
                .contains("**SLOWER: mode=streaming max\\_workers=4 wall × 1.300, CPU × 1.300, peak RSS × 1.300.**")
                .contains("| **clearly SLOWER** | `mode=streaming max_workers=4` | wall | 1.00 s | 1.30 s | 1.300 |")
                .contains("Base v1 (commit 0123456789), head HEAD: both were measured in turns")
                .containsPattern("The smallest change that could have been seen here: wall \\d")
                .doesNotContain("max_workers=1` | wall");
    }

    @Test
    void twoEqualBuildsAreQuiet() throws Exception {
        String page = page(Conclusions.built(folder, Conclusions.goodRun(), Conclusions.pair(FIRST, 1.0)));

        assertThat(page)
                .startsWith("<!-- run-matrix:t quiet -->")
                .contains("**Nothing changed: every metric of 1 setting is within its tolerance.**");
    }

    @Test
    void aPageOfManyFailuresStaysShortAndCountsTheOthers() throws Exception {
        GateResult[] fails = IntStream.range(0, 500)
                .mapToObj(i -> Conclusions.rule(SECOND, GateOutcome.FAIL, i + " <@all> | `x` " + "*y* ".repeat(60)))
                .toArray(GateResult[]::new);

        String page = page(Conclusions.gated(folder, Conclusions.goodRun(), fails));

        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(6_000);
        assertThat(page)
                .contains("**FAIL: rules of the gate are broken in 500 of 500 cases: C02.**")
                .containsPattern("… and 49\\d more rows; all of them are in `junit.xml`")
                .doesNotContain("@all");
        Pattern cells = Pattern.compile("(?<!\\\\)\\|");
        assertThat(page.lines().filter(line -> line.startsWith("|")))
                .allMatch(line -> cells.split(line, -1).length == 7);
    }

    @Test
    void aRunOfWhichNothingIsToBeJudgedKeepsItsAnswer() throws Exception {
        Concluded concluded = Conclusions.plain(folder, Conclusions.goodRun());

        assertThat(CiFiles.of(concluded).summary()).isEmpty();
        assertThat(page(concluded)).startsWith("<!-- run-matrix:t -->").contains("**Exit code:**");
    }

    private String page(Concluded concluded) throws Exception {
        Reports.write(
                concluded.analysis(),
                concluded.verdicts(),
                CiFiles.of(concluded).summary(),
                folder,
                Optional.empty());
        return Files.readString(folder.resolve("summary.md"));
    }
}
