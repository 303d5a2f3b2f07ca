// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is said first of runs that were really measured, each provoked. Some were measured beside other programs; where
 * that is not what a test is about, it takes the load of these out.
 */
class DiagnosisOfRecordedRunsTest {

    private static final String FOREIGN = "foreign_cores";

    @TempDir
    Path folder;

    private RuleId first(RecordedRun run) throws Exception {
        return run.diagnosed(folder).findings().get(0).rule();
    }

    private static RecordedRun quiet(String name) {
        return RecordedRun.of(name).with(FOREIGN, "0.02");
    }

    @ParameterizedTest
    @CsvSource({
        "wrong-output, R1",
        "out-of-memory, R2",
        "busy-machine, N1",
        "small-heap, N1",
        "short, N1",
    })
    void asItWasMeasured(String name, RuleId cause) throws Exception {
        assertThat(first(RecordedRun.of(name))).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"wrong-output, R1", "out-of-memory, R2", "small-heap, M1", "short, S1"})
    void withoutTheLoadOfOthers(String name, RuleId cause) throws Exception {
        assertThat(first(quiet(name))).isEqualTo(cause);
    }

    @Test
    void aCauseSeenOnABusyMachineIsToldAfterTheNoiseAndIsMarked() throws Exception {
        Diagnosis diagnosis = RecordedRun.of("small-heap").diagnosed(folder);

        assertThat(diagnosis.allegations()).extracting(Finding::rule).containsExactly(RuleId.N1, RuleId.M1);
        assertThat(diagnosis.allegations().get(1).noisy()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.14, false", "0.16, true"})
    void loadOfOthersIsNoiseFromItsLimitOn(String cores, boolean noise) throws Exception {
        assertThat(RecordedRun.of("small-heap")
                        .with(FOREIGN, cores)
                        .alleged(folder)
                        .contains(RuleId.N1))
                .isEqualTo(noise);
    }

    @ParameterizedTest
    @CsvSource({"0.019, false", "0.021, true"})
    void stolenCapacityIsNoiseFromItsLimitOn(String share, boolean noise) throws Exception {
        assertThat(quiet("small-heap")
                        .with("steal_fraction", share)
                        .alleged(folder)
                        .contains(RuleId.N1))
                .isEqualTo(noise);
    }

    @ParameterizedTest
    @CsvSource({"1000000, false", "1000000000, true"})
    void aGroupThatIsHeldBackIsTold(String nanos, boolean told) throws Exception {
        assertThat(quiet("small-heap")
                        .with("throttled_nanos", nanos)
                        .alleged(folder)
                        .contains(RuleId.N3))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"20, false", "40, true"})
    void aHeapIsFullFromSoManyCollectionsOfAllOfItOn(String collections, boolean full) throws Exception {
        assertThat(quiet("small-heap")
                        .with("full_collections", collections)
                        .alleged(folder)
                        .contains(RuleId.M1))
                .isEqualTo(full);
    }

    @Test
    void collectionsOfTheYoungGenerationAloneAreNoFullHeap() throws Exception {
        assertThat(quiet("small-heap").with("full_collections", "0").alleged(folder))
                .containsExactly(RuleId.G1);
    }

    @Test
    void shortPausesAreNoFullHeapAndTheProcessorTimeOfTheCollectorStillTells() throws Exception {
        assertThat(quiet("small-heap").with("gc_millis", "10").alleged(folder)).containsExactly(RuleId.G1);
    }

    @Test
    void theFewCollectionsOfAShortForkAreNotItsCause() throws Exception {
        assertThat(quiet("short").with("gc_millis", "150").alleged(folder)).containsExactly(RuleId.S1);
    }

    @Test
    void memoryNearItsLimitIsTold() throws Exception {
        assertThat(quiet("small-heap")
                        .with("full_collections", "0")
                        .with("gc_millis", "10")
                        .with("peak_rss_bytes", "24000000000")
                        .alleged(folder))
                .contains(RuleId.M2);
    }

    @Test
    void ofUndisturbedCellsWithTheShippedFlagsNothingIsAlleged() throws Exception {
        Diagnosis diagnosis = RecordedRun.of("sizes").diagnosed(folder);

        for (String cell : List.of("C01", "C03", "C04", "C09", "C10", "C11", "C12", "C15")) {
            assertThat(diagnosis.about(cell)).as(cell).noneMatch(Finding::isAllegation);
        }
    }
}
