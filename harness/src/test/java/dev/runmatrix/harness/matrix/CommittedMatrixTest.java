// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The matrix at the top of the project asks what it is meant to ask. */
class CommittedMatrixTest {

    static final Path FILE = Path.of("..", "run-matrix.yaml");

    private static final List<String> ENGINE = List.of("engine", "{input}", "{out}", "{max_workers}");

    private static final Engines ENGINES = new Engines(Map.of("duckdb", ENGINE, "spark", ENGINE));

    @Test
    void theTopLevelComparesTodaysJobWithThreeOptionsAndMemory() throws IOException, ConfigException {
        Plan plan = plan(Optional.empty());

        assertThat(MatrixFixture.lines(plan))
                .containsExactly(
                        "C01* production-medium streaming false (4) 50000",
                        "C02 production-medium streaming false (4) 100000",
                        "C03 production-medium streaming true 1 50000",
                        "C04 production-medium streaming true 2 50000",
                        "C05 production-medium streaming true 2 100000",
                        "C06 production-medium streaming true 4 50000",
                        "C07 production-medium streaming true 4 100000",
                        "C08 production-medium in-memory (false) 1 (100000)",
                        "C09 production-medium in-memory (false) 2 (100000)",
                        "C10 production-medium in-memory (false) 4 (100000)",
                        "C11 production-small streaming true 4 100000",
                        "C12 production-small in-memory (false) 4 (100000)");
        assertThat(plan.options())
                .extracting(o -> o.option().name() + " " + o.cell() + " "
                        + o.option().stated().orElseThrow().low())
                .containsExactly("Option 1 C06 3.0", "Option 2 C02 2.0", "Option 3 C07 5.0");
        assertThat(plan.skips()).hasSize(1);
    }

    @Test
    void everyClaimOfTheNoteIsAboutCellsThatAreMeasured() throws IOException, ConfigException {
        Plan plan = plan(Optional.empty());

        assertThat(plan.claims())
                .extracting(planned -> planned.id() + " " + planned.claim().bounds() + " "
                        + planned.groups().stream()
                                .map(g -> g.cells() + " " + g.versus())
                                .toList())
                .containsExactly(
                        "K1 at least 3 [[C06] [C01]]",
                        "K2 at least 1.8 [[C02] [C01]]",
                        "K3 at least 5 [[C07] [C01]]",
                        "K4 at most 1.15 [[C07, C11] []]",
                        "K5 at most 4GB [[C01, C02, C03, C04, C05, C06, C07, C11] []]",
                        "K6 at most 4 [[C01, C02, C03, C04, C05, C06, C07] [C08, C09, C10], [C11] [C12]]",
                        "K7 at most 1 [[C01, C02, C03, C04, C05, C06, C07, C08, C09, C10] [], [C11, C12] []]");
        assertThat(file(Optional.empty()).spec().claims())
                .allMatch(claim -> claim.where().filter("triage note"::equals).isPresent());
        assertThat(file(Optional.of("smoke")).notices()).isEmpty();
        assertThat(plan(Optional.of("smoke")).claims()).hasSize(1);
    }

    @Test
    void theTopLevelHasSixCountedForksAndFourGigabytes() throws IOException, ConfigException {
        MatrixFile file = file(Optional.empty());

        assertThat(file.spec().protocol()).isEqualTo(Protocol.DEFAULT);
        assertThat(file.spec().budget()).isEqualTo(new Budget(Optional.of(4_000_000_000L), Optional.<Duration>empty()));
        assertThat(file.spec().jvmArgs()).isEqualTo(MatrixFixture.SHIPPED);
        assertThat(file.notices()).isEmpty();
    }

    @Test
    void theEnginesAreMeasuredWithOneAndTwoWorkers() throws IOException, ConfigException {
        assertThat(plan(Optional.of("engines")).cells())
                .extracting(planned -> planned.cell().get("engine").orElse("") + " "
                        + planned.cell().get("max_workers").orElse("") + (planned.reference() ? "*" : ""))
                .containsExactly(
                        "builtin 1",
                        "duckdb 1",
                        "spark 1",
                        "builtin 2*",
                        "duckdb 2",
                        "spark 2",
                        "builtin 1",
                        "builtin 2");
    }

    @Test
    void smokeIsSmallAndHasTheSameReferenceAndOptions() throws IOException, ConfigException {
        Plan plan = plan(Optional.of("smoke"));

        assertThat(MatrixFixture.lines(plan))
                .containsExactly(
                        "C01* 100k streaming false (4) 50000",
                        "C02 100k streaming false (4) 100000",
                        "C03 100k streaming true 1 50000",
                        "C04 100k streaming true 4 50000",
                        "C05 100k streaming true 4 100000",
                        "C06 100k in-memory (false) 1 (100000)",
                        "C07 100k in-memory (false) 4 (100000)");
        assertThat(plan.options()).extracting(PlannedOption::cell).containsExactly("C04", "C02", "C05");
        assertThat(file(Optional.of("smoke")).spec().protocol().forks()).isEqualTo(2);
    }

    @Test
    void nightlyAndReleaseMeasureTheSameCellsWithMoreForksAndLooksWithinATime() throws IOException, ConfigException {
        for (String profile : List.of("nightly", "release")) {
            assertThat(plan(Optional.of(profile))).isEqualTo(plan(Optional.empty()));
        }
        Protocol nightly = file(Optional.of("nightly")).spec().protocol();
        Protocol release = file(Optional.of("release")).spec().protocol();
        assertThat(nightly.looks().sizes()).containsExactly(10, 20);
        assertThat(nightly.budget()).contains(Duration.ofHours(2));
        assertThat(release.looks().sizes()).containsExactly(20, 40);
        assertThat(release.precision()).isEqualTo(0.015);
    }

    @Test
    void nightlyAndReleaseHaveAGateWhoseRulesAllNameCellsAndTheTopLevelHasNone() throws IOException, ConfigException {
        assertThat(file(Optional.empty()).spec().gate()).isEmpty();
        for (String profile : List.of("nightly", "release")) {
            MatrixFile file = file(Optional.of(profile));
            Plan plan = plan(Optional.of(profile));

            Gate gate = file.spec().gate().orElseThrow();

            assertThat(file.notices()).isEmpty();
            assertThat(gate.baseline())
                    .isEqualTo(profile.equals("nightly") ? Optional.of("nightly-{machine}") : Optional.empty());
            assertThat(gate.rules().stream()
                            .map(rule -> rule.words() + ": "
                                    + plan.cells().stream()
                                            .filter(rule.cells()::names)
                                            .count()))
                    .containsExactly(
                            "wall grows by at most 5%: 12",
                            "cpu grows by at most 5%: 12",
                            "rss_peak grows by at most 10%: 12",
                            "rss_peak is at most 4GB: 12",
                            "cores_used is at least 60% of the workers asked for: 5");
        }
    }

    private static Plan plan(Optional<String> profile) throws IOException, ConfigException {
        return new MatrixExpansion(Limits.DEFAULT).plan(file(profile), Filters.NONE);
    }

    /** One that knows the engines that the committed matrix names. */
    static MatrixSpecReader reader() {
        return new MatrixSpecReader(MatrixFixture.DATASETS, MatrixFixture.SHIPPED, ENGINES, Limits.DEFAULT);
    }

    private static MatrixFile file(Optional<String> profile) throws IOException, ConfigException {
        return reader().read(FILE, profile);
    }
}
