// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.Sitting;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.model.RunVerdicts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleReportTest {

    private static final double[] WALLS = {10, 10.1, 10.2, 10.3, 10.4, 10.5};

    @TempDir
    Path results;

    private static String report(RunFixture run) throws Exception {
        return Reports.render(run.stored(), Optional.empty())
                .getOrDefault("report.md", "")
                .replace('\u00a0', ' ');
    }

    @Test
    void whatEndedACellEarlyIsToldAndOrdinaryEndsAreNot() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).clean(1, 0.5, WALLS).ending(CellEnd.Reason.PRECISE, 6);
        run.cell("streaming", true, 2, 2000).clean(1, 0.5, WALLS).futile(6, 34);
        run.cell("streaming", true, 2, 3000).clean(1, 0.5, WALLS).ending(CellEnd.Reason.FORKS_MADE, 6);

        assertThat(report(run))
                .contains(
                        "**Stops:** C01 precise enough after 6 forks; C02 stopped after 6 forks, as ±2.5 % of the median "
                                + "would need about 34 forks.\n- **Cells:**");
    }

    @Test
    void aRunMadeInSeveralGoesSaysWhenAndHowLongItWasWorkedOn() throws Exception {
        RunFixture run = RunFixture.in(results)
                .sitting(Sitting.Kind.NEW, 0, false, 1, 6)
                .sitting(Sitting.Kind.RESUME, 120, true, 5, 6)
                .sitting(Sitting.Kind.APPEND, 1500, true, 8, 6);
        run.cell("streaming", true, 2, 1000).clean(1, 0.5, WALLS);

        assertThat(report(run))
                .contains("begun 2026-11-22 06:25 UTC, did not end; resumed 2026-11-22 08:25 UTC; 4 forks a cell added "
                        + "2026-11-23 07:25 UTC to C01 and C02")
                .contains("the run took 2.1 h in 3 sittings");
    }

    @Test
    void aMatrixWithAProgramRanksByTheWholeProcessEvenWhereThatProgramNeverFinished() throws Exception {
        RunFixture run = RunFixture.in(results)
                .command(new CommandTarget(
                        Map.of("mode", "streaming"),
                        List.of("sh", "-c", "exit `id`|1"),
                        Map.of("SECRET", "hunter2"),
                        Optional.empty(),
                        Optional.empty()));
        run.cell("streaming", true, 2, 1000)
                .failed(FailureKind.NO_OUTPUT, 0.1, 1)
                .leaving(2);
        run.cell("in-memory", true, 2, 1000).clean(1, 0.5, WALLS);

        assertThat(RunAnalysis.of(run.stored()).clock()).isEqualTo(WallClock.PROCESS);
        assertThat(report(run))
                .contains("Wall is the whole process, from start to exit, in all cells")
                .contains("**NO OUTPUT**")
                .contains("**C01** runs ``sh -c 'exit `id`|1'`` with `SECRET` set")
                .contains("**C01** left 2 processes behind in 1 attempt, which were ended.")
                .doesNotContain("hunter2");
    }

    @Test
    void aRunOfCommandsAloneSpeaksOfNoJvmOfItsOwnAndNamesItsOnlyAxis() throws Exception {
        RunFixture run = RunFixture.in(results)
                .command(new CommandTarget(
                        Map.of(), List.of("sleep", "{secs}"), Map.of(), Optional.empty(), Optional.empty()));
        run.cell(Map.of("secs", "0.2"), Set.of(), 1).contaminated(0, 0.002, WALLS);

        assertThat(report(run))
                .contains("| C01 | secs 0.2 |", "| JVM of the harness |")
                .doesNotContain("JVM flags", "; JVM: ", "| vs |", "| vs  |");
    }

    @Test
    void programsThatGetTheirWorkersAreToldApartByThemEvenIfSerial() throws Exception {
        RunFixture run = RunFixture.in(results);
        Map<String, String> one = Map.of("mode", "streaming", "parallel_chunks", "false", "max_workers", "1");
        Map<String, String> two = Map.of("mode", "streaming", "parallel_chunks", "false", "max_workers", "2");
        run.cell(one, Set.of(), 1).clean(1, 0.5, WALLS);
        run.cell(two, Set.of(), 2).clean(1, 0.5, WALLS);

        assertThat(report(run)).contains("serial · 1 worker |", "serial · 2 workers |");
    }

    @Test
    void whatAutoChoseStandsBelowTheMatrixOnceForAllCellsAlike() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("auto", true, 2, 1000).choosing("streaming, 2 workers: rows").clean(1, 0.5, WALLS);
        run.cell("auto", true, 4, 1000).choosing("streaming, 2 workers: rows").clean(1, 0.5, WALLS);

        assertThat(report(run)).containsOnlyOnce("**C01 and C02** chose alike: streaming, 2 workers: rows.");
    }

    @Test
    void reasonsMayDifferBetweenForksThatChoseTheSame() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("auto", true, 2, 1000)
                .choosing("streaming, 2 workers: 3.1 GB free.", "streaming, 2 workers: 3.2 GB free.")
                .clean(1, 0.5, WALLS);
        run.cell("auto", true, 4, 1000)
                .choosing("streaming: rows", "in-memory: rows")
                .clean(1, 0.5, WALLS);

        assertThat(report(run))
                .contains("**C01** chose streaming, 2 workers: 3.1 GB free.\n")
                .contains("**C02** chose streaming in 4 attempts; in-memory in 3 attempts.");
    }

    @Test
    void forksInDifferentJvmsAreTold() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000)
                .in(new ForkJvm("17.0.15", "Copy", 2_000_000_000L))
                .clean(1, 0.5, WALLS);
        assertThat(report(run))
                .contains("| JVM of the forks | 17.0.15, Copy, heap of at most 2 GB |")
                .doesNotContain("kinds of JVM");

        run.cell("streaming", true, 4, 1000)
                .in(new ForkJvm("21.0.1", "Copy", 2_000_000_000L))
                .clean(1, 0.5, WALLS);
        assertThat(report(run)).contains("forks ran in 2 kinds of JVM");
    }

    @Test
    void logsAreLinkedFromBesideTheRunAndFromNowhereElse() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000)
                .in(new ForkJvm("17", "Copy", 2_000_000_000L))
                .clean(1, 0.5, WALLS);
        var stored = run.stored();

        Reports.write(RunAnalysis.of(stored), RunVerdicts.NONE, Optional.empty(), stored.directory(), Optional.empty());
        Reports.write(
                RunAnalysis.of(stored),
                RunVerdicts.NONE,
                Optional.empty(),
                results.resolve("elsewhere"),
                Optional.empty());

        assertThat(stored.directory().resolve("report.html")).content().contains("<a href=\"logs/C01-1.err\">");
        assertThat(results.resolve("elsewhere/report.html"))
                .content()
                .doesNotContain("href=\"logs")
                .contains("<code>logs/C01-1.err</code>");
    }
}
