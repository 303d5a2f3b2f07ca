// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Standings;
import dev.runmatrix.reports.model.DecisionInWords;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionTest {

    @TempDir
    Path results;

    private static String report(RunFixture run) throws Exception {
        return Reports.render(run.stored(), Optional.empty()).getOrDefault("report.md", "");
    }

    @Test
    void everyNumberOfTheOptionsIsThatOfTheForks() throws Exception {
        StoredRun run = Fixtures.allClean(results).stored();
        ForkLines forks = new ForkLines(run.directory());
        String report = Reports.render(run, Optional.empty()).getOrDefault("report.md", "");

        List<List<String>> rows = report.lines()
                .filter(line -> line.matches("\\| (\\*\\*)?(Current|Option \\d)(\\*\\*)? C\\d\\d .*"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();

        assertThat(rows).hasSize(4);
        for (List<String> row : rows) {
            String cell = row.get(0).substring(row.get(0).length() - 3);
            double wall = ForkLines.wall(forks.shown(cell));
            double cpu = ForkLines.cpu(forks.shown(cell));
            double rss =
                    forks.of(cell).stream().mapToDouble(ForkLines::rss).max().orElseThrow();
            assertThat(row.get(2)).isEqualTo(ForkLines.rounded(wall, 1));
            assertThat(row.get(6))
                    .isEqualTo(ForkLines.rounded(cpu, 1) + " ÷ " + ForkLines.rounded(cpu / wall, 2) + " of 4");
            assertThat(row.get(7)).isEqualTo(ForkLines.rounded(rss / 1e9, 2));
            if (!cell.equals("C03")) {
                double gain = ForkLines.wall(forks.shown("C03")) / wall;
                double[] interval = ForkLines.reciprocal(forks.interval(cell, "C03", ForkLines::wall));
                assertThat(row.get(3))
                        .startsWith("**" + ForkLines.rounded(gain, 2) + "** [" + ForkLines.rounded(interval[0], 2) + "–"
                                + ForkLines.rounded(interval[1], 2) + "]");
            }
            assertThat(row.get(5)).isEqualTo("—");
        }
    }

    @Test
    void theOptionsNameTheirCheapestTheirTiesAndTheirFront() throws Exception {
        assertThat(report(Fixtures.allClean(results)))
                .contains("Cheapest in core‑seconds of the options: Option 2, 89.9\u00a0core‑s.")
                .contains("On the Pareto front of wall time and memory: Option 1, Option 2 and Option 3.");
        RunFixture tied = RunFixture.in(results.resolve("tied"));
        tied.cell("streaming", false, 4, 50000).reference().clean(1, 0.7, 10, 10.1, 9.9, 10.2, 10.05, 9.95);
        CellFixture one = tied.cell("streaming", true, 4, 50000).clean(2.5, 0.9, 4, 4.1, 3.9, 4.2, 4.05, 3.95);
        CellFixture two = tied.cell("streaming", true, 4, 60000).clean(2.5, 0.9, 4.02, 4.12, 3.92, 4.22, 4.07, 3.97);
        tied.option("One", Map.of("parallel_chunks", "true"), 2, 2, one)
                .option("Two", Map.of("parallel_chunks", "true", "chunk_size", "60000"), 2, 2, two);

        assertThat(report(tied))
                .contains("One is the fastest of the 2 options: 4.00\u00a0s, within the memory budget; not told apart"
                        + " from it: Two.")
                .contains("of the options: One, 10.0\u00a0core‑s; not told apart from it: Two.");
    }

    @Test
    void theFrontIsWhatNoOtherCellBeats() throws Exception {
        Random random = new Random(7);
        RunFixture fixture = RunFixture.in(results);
        for (int i = 1; i <= 40; i++) {
            double wall = 1 + random.nextInt(12);
            fixture.cell("streaming", true, 4, 1000 * i)
                    .clean(2, 0.1 * (1 + random.nextInt(12)), wall, wall, wall, wall);
        }

        Standings standings = RunAnalysis.of(fixture.stored()).standings();

        assertThat(standings.front())
                .containsExactlyInAnyOrderElementsOf(standings.ranked().stream()
                        .filter(c -> standings.ranked().stream().noneMatch(o -> beats(o, c)))
                        .map(CellAnalysis::name)
                        .toList());
        assertThat(standings.frontByWall()).hasSameSizeAs(standings.front());
    }

    private static boolean beats(CellAnalysis a, CellAnalysis b) {
        double wallA = a.ranked().shown().wallSeconds();
        double wallB = b.ranked().shown().wallSeconds();
        long rssA = a.rankedRssBytes();
        long rssB = b.rankedRssBytes();
        return wallA <= wallB && rssA <= rssB && (wallA < wallB || rssA < rssB);
    }

    @Test
    void theSmallestOfTheNearlyFastestIsNamed() throws Exception {
        RunFixture fixture = RunFixture.in(results);
        fixture.cell("streaming", false, 4, 1000).reference().clean(1, 0.2, 10, 10.1, 9.9, 10.2);
        fixture.cell("streaming", true, 4, 1000).clean(3, 1.4, 4, 4.1, 3.9, 4.2);
        fixture.cell("streaming", true, 4, 2000).clean(3, 0.8, 4.1, 4.2, 4.0, 4.3);
        fixture.cell("streaming", true, 4, 3000).clean(3, 0.5, 4.6, 4.7, 4.5, 4.8);
        RunAnalysis run = RunAnalysis.of(fixture.stored());

        assertThat(run.standings().smallestNearFastest())
                .map(CellAnalysis::name)
                .contains("C03");
        assertThat(DecisionInWords.of(run))
                .containsExactly(
                        "Fastest: C02, 4.00\u00a0s in 1.40\u00a0GB; not told apart from it: C03.",
                        "Within 4\u00a0GB: C02, 4.00\u00a0s in 1.40\u00a0GB; not told apart from it: C03.",
                        "Cheapest in core‑seconds within 4\u00a0GB: C01, 10.0\u00a0core‑s.",
                        "Least memory within 5\u00a0% of the wall time of C02: C03, 0.80\u00a0GB, 4.10\u00a0s."
                                + " Pareto front of wall time and memory: C02, C03, C04 and C01.");
        assertThat(report(fixture))
                .contains("Least memory within 5 % of the wall time of C02".replace("5 %", "5\u00a0%"));
    }

    @Test
    void whereNothingFitsTheSmallestIsNamed() throws Exception {
        RunFixture fixture = RunFixture.in(results).budget(Optional.of(100_000_000L));
        fixture.cell("streaming", false, 4, 1000).reference().clean(1, 0.2, 10, 10.1, 9.9, 10.2);
        fixture.cell("streaming", true, 4, 1000).clean(3, 1.4, 4, 4.1, 3.9, 4.2);

        assertThat(DecisionInWords.of(RunAnalysis.of(fixture.stored())))
                .contains("Within 0.1\u00a0GB: no ranked cell; the smallest is C01, 0.20\u00a0GB.");
        assertThat(report(fixture)).contains("No ranked cell fits 0.1\u00a0GB. The smallest is C01");
    }

    @Test
    void neitherFewForksNorDisturbedNorWrongOnesWin() throws Exception {
        RunFixture fixture = RunFixture.in(results);
        fixture.cell("streaming", false, 4, 1000).reference().clean(1, 0.2, 10, 10.1, 9.9, 10.2);
        fixture.cell("streaming", true, 4, 1000).clean(3, 1.4, 4, 4.1, 3.9);
        fixture.cell("streaming", true, 4, 2000).contaminated(3, 1.4, 3, 3.1, 2.9, 3.2);
        fixture.cell("streaming", true, 4, 3000).wrong(3, 1.4, 2, 2.1, 1.9, 2.2);

        assertThat(DecisionInWords.of(RunAnalysis.of(fixture.stored()))).isEmpty();
        assertThat(report(fixture)).contains("Keep the current configuration");
    }

    @Test
    void anUncheckedRecommendationSaysSo() throws Exception {
        RunFixture fixture = RunFixture.in(results);
        fixture.cell("streaming", false, 4, 1000).reference().unchecked().clean(1, 0.2, 10, 10.1, 9.9, 10.2);
        fixture.cell("streaming", true, 4, 1000).unchecked().clean(3, 1.4, 4, 4.1, 3.9, 4.2);

        assertThat(report(fixture)).contains("not extrapolated. Its output was not checked.");
        assertThat(report(Fixtures.allClean(results.resolve("checked")))).doesNotContain("was not checked");
    }

    @Test
    void theChangeStandsInItsSection() throws Exception {
        assertThat(report(Fixtures.allClean(results)))
                .contains(
                        "  performance:\n    mode: streaming\n-   parallel_chunks: false\n+   parallel_chunks: true\n");
        assertThat(report(Fixtures.hostile(results.resolve("hostile")))).doesNotContain("performance:");
    }

    @Test
    void aFastCellWhoseForksScatterDoesNotHideOneThatIsShownToBeFaster() throws Exception {
        RunFixture fixture = RunFixture.in(results);
        fixture.cell("streaming", false, 4, 1000).reference().clean(1, 0.2, 10, 10.1, 9.9, 10.2, 10.05, 9.95);
        fixture.cell("streaming", true, 4, 1000).clean(3, 1.4, 6, 6.1, 5.9, 11, 12, 13);
        fixture.cell("streaming", true, 4, 2000).clean(3, 0.8, 7.1, 7.2, 7.0, 7.3, 7.15, 7.05);

        assertThat(report(fixture))
                .contains("Streaming then takes 7.10\u00a0s instead of 10.0\u00a0s")
                .contains("C02 took 6.10\u00a0s, but this run does not show that it is faster than the current"
                        + " configuration.");
    }

    @Test
    void whatFourForksDoNotShowIsNotRecommended() throws Exception {
        RunFixture fixture = RunFixture.in(results);
        fixture.cell("streaming", false, 4, 1000).reference().clean(1, 0.2, 0.79, 0.75, 1.05, 0.94);
        fixture.cell("streaming", true, 2, 1000).clean(1.6, 0.3, 0.68, 0.63, 1.12, 0.9);
        RunFixture shown = RunFixture.in(results.resolve("shown"));
        shown.cell("streaming", false, 4, 1000).reference().clean(1, 0.2, 0.79, 0.75, 1.05, 0.94);
        shown.cell("streaming", true, 2, 1000).clean(1.6, 0.3, 0.48, 0.43, 0.52, 0.49);

        assertThat(report(fixture)).contains("Keep the current configuration: no ranked cell is shown to be faster");
        assertThat(report(shown)).contains("**Set `parallel_chunks: true`");
    }
}
