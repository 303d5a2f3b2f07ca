// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.attribution.Decomposition;
import dev.runmatrix.reports.attribution.Pair;
import dev.runmatrix.reports.attribution.Pairs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecompositionTest {

    @TempDir
    Path results;

    private static RunAnalysis analyze(RunFixture run) throws Exception {
        return RunAnalysis.of(run.stored());
    }

    private static List<String> chosen(RunAnalysis run, String recommended) {
        return Pairs.of(run, recommended).stream()
                .map(pair -> pair.cell().name() + "/" + pair.against().name() + " " + pair.reason())
                .toList();
    }

    @Test
    void workDividedByCoresIsWallInEveryPairOfCells() throws Exception {
        RunAnalysis run = analyze(Fixtures.sixty(results));
        List<CellAnalysis> cells =
                run.cells().stream().filter(CellAnalysis::isRanked).toList();

        for (CellAnalysis cell : cells) {
            for (CellAnalysis other : cells) {
                Decomposition found = Decomposition.of(cell, other, run.clock()).orElseThrow();
                double wall = cell.ranked().shown().wallSeconds()
                        / other.ranked().shown().wallSeconds();
                assertThat(found.wall().shown()).isEqualTo(wall);
                assertThat(found.work().shown() / found.cores().shown()).isCloseTo(wall, within(1e-9));
                assertThat(found.work().shown() * found.inverseCores().shown()).isCloseTo(wall, within(1e-9));
            }
        }
    }

    @Test
    void theFourSharesAddUpToTheDifferenceOfWork() throws Exception {
        RunFixture fixture = RunFixture.in(results);
        fixture.cell("streaming", false, 4, 50000)
                .threads(0.91, 0.05, 0.07, 1)
                .clean(1.02, 0.7, 9.64, 9.59, 9.86, 9.62);
        fixture.cell("streaming", true, 4, 50000).threads(0.8, 0.1, 0.05, 2).clean(2.86, 1, 3.68, 3.6, 3.74, 3.66);
        RunAnalysis run = analyze(fixture);

        Decomposition found = Decomposition.of(run.cells().get(1), run.cells().get(0), run.clock())
                .orElseThrow();

        assertThat(found.split()).hasValueSatisfying(split -> {
            assertThat(split.total()).isCloseTo(found.work().shown() - 1, within(1e-12));
            assertThat(split.garbage()).isPositive();
        });
        assertThat(found.wall().ratio().interval()).isPresent();
    }

    @Test
    void withoutThreadsThereIsNoSplit() throws Exception {
        RunAnalysis run = analyze(Fixtures.allClean(results));

        assertThat(Decomposition.of(run.cells().get(0), run.cells().get(1), run.clock()))
                .hasValueSatisfying(found -> assertThat(found.split()).isEmpty());
    }

    @Test
    void optionsFamiliesAndTooManyWorkersAreWorthComparing() throws Exception {
        assertThat(chosen(analyze(Fixtures.allClean(results)), "C07"))
                .containsExactly(
                        "C06/C03 OPTION",
                        "C04/C03 OPTION",
                        "C07/C03 OPTION",
                        "C03/C02 SLOWEST_AGAINST_FAMILY",
                        "C02/C07 FASTEST_OF_FAMILIES",
                        "C01/C02 WITHIN_FAMILY",
                        "C08/C07 OVERSUBSCRIBED");
    }

    @Test
    void aRecommendationThatIsNoOptionIsComparedToo() throws Exception {
        RunFixture fixture = RunFixture.in(results);
        fixture.cell("streaming", false, 4, 50000).reference().clean(1, 0.7, 10, 10.1, 9.9, 10.2);
        fixture.cell("streaming", true, 4, 50000).clean(3, 0.9, 4, 4.1, 3.9, 4.2);
        RunAnalysis run = analyze(fixture);

        assertThat(chosen(run, "C02")).containsExactly("C02/C01 RECOMMENDED");
        assertThat(chosen(run, "C01")).containsExactly("C01/C02 WITHIN_FAMILY");
        assertThat(chosen(run, "")).containsExactly("C01/C02 WITHIN_FAMILY");
    }

    @Test
    void whatDoesNotCountIsComparedWithNothing() throws Exception {
        assertThat(Pairs.of(analyze(Fixtures.troubled(results)), "C02"))
                .extracting(pair -> pair.cell().name(), pair -> pair.against().name())
                .containsExactly(org.assertj.core.api.Assertions.tuple("C02", "C01"));
        assertThat(Pairs.of(analyze(Fixtures.wrongOutput(results)), "C01")).isEmpty();
    }

    @Test
    void cellsOfAnotherInputAreComparedWithNone() throws Exception {
        assertThat(Pairs.of(analyze(Fixtures.allClean(results)), ""))
                .allSatisfy(pair -> assertThat(pair.cell().dataset())
                        .isEqualTo(pair.against().dataset())
                        .isEqualTo(RunFixture.MAIN));
    }

    @Test
    void ofEachKindThereAreFew() throws Exception {
        RunFixture fixture = RunFixture.in(results);
        for (int workers = 4; workers <= 12; workers++) {
            double wall = 10 + workers;
            fixture.cell("streaming", true, workers, 50000).clean(3, 0.9, wall, wall + 0.1, wall + 0.2, wall + 0.3);
        }

        Map<Pair.Reason, Long> kinds = Pairs.of(analyze(fixture), "").stream()
                .collect(Collectors.groupingBy(Pair::reason, Collectors.counting()));

        assertThat(kinds).containsEntry(Pair.Reason.OVERSUBSCRIBED, 2L);
        assertThat(kinds.values()).allMatch(number -> number <= 2);
    }
}
