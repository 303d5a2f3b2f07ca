// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.ProfileFindings;
import dev.runmatrix.harness.result.ProfileRecord;
import dev.runmatrix.harness.result.ProfileSummary;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.reports.Fixtures;
import dev.runmatrix.reports.RunFixture;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said first, and what is not said, of runs made for tests. */
class DiagnosisOfFixturesTest {

    @TempDir
    Path results;

    private static Diagnosis diagnosis(RunFixture run) throws Exception {
        return Diagnosis.of(RunAnalysis.of(run.stored()));
    }

    private static List<RuleId> rulesAbout(Diagnosis diagnosis, String cell) {
        return diagnosis.about(cell).stream().map(Finding::rule).toList();
    }

    @Test
    void wrongOutputComesFirstAndVoidsWhatWasMeasured() throws Exception {
        Diagnosis diagnosis = diagnosis(Fixtures.wrongOutput(results));

        Finding first = diagnosis.findings().get(0);
        assertThat(first.rule()).isEqualTo(RuleId.R1);
        assertThat(first.cells()).containsExactly("C02");
        assertThat(first.seen().toString()).contains("row 17");
        assertThat(rulesAbout(diagnosis, "C02")).containsExactly(RuleId.R1);
        assertThat(diagnosis.findings())
                .noneMatch(
                        finding -> finding.confirmedBy().filter("C02"::equals).isPresent());
    }

    @Test
    void failuresAreToldByKindAndMemoryByItsFlag() throws Exception {
        Diagnosis diagnosis = diagnosis(Fixtures.troubled(results));

        List<Finding> failures = diagnosis.findings().stream()
                .filter(finding -> finding.rule() == RuleId.R2)
                .toList();
        assertThat(failures).hasSize(3);
        assertThat(diagnosis.findings().subList(0, 3)).isEqualTo(failures);
        Finding memory = failures.get(0);
        assertThat(memory.title()).isEqualTo("C03 ran out of memory");
        assertThat(memory.cause().toString()).contains("-Xmx");
        assertThat(memory.fix().toString()).contains("Measured here and within the budget: C02");
    }

    @Test
    void ofCellsOnANoisyMachineTheNoiseIsToldAndNothingIsConfirmed() throws Exception {
        Diagnosis diagnosis = diagnosis(Fixtures.noisy(results));

        assertThat(diagnosis.findings().get(0).rule()).isEqualTo(RuleId.N1);
        assertThat(diagnosis.findings().get(0).cells()).containsExactlyInAnyOrder("C01", "C02");
        assertThat(diagnosis.allegations()).hasSizeLessThan(4).allSatisfy(finding -> {
            assertThat(finding.rule().isNoise() || finding.noisy()).isTrue();
            assertThat(finding.gain()).isEmpty();
            assertThat(finding.confirmedBy()).isEmpty();
            assertThat(finding.confidence()).isNotEqualTo(Confidence.CONFIRMED);
        });
    }

    @Test
    void atMostThreeFindingsAreToldOfACellAndRemarksComeLast() throws Exception {
        for (RunFixture run :
                List.of(Fixtures.allClean(results), Fixtures.scheduled(results), Fixtures.sixty(results))) {
            Diagnosis diagnosis = diagnosis(run);

            List<Boolean> alleged =
                    diagnosis.findings().stream().map(Finding::isAllegation).toList();
            assertThat(alleged).isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
        }
    }

    @Test
    void everyFindingSaysWhatItRestsOn() throws Exception {
        for (RunFixture run :
                List.of(Fixtures.troubled(results), Fixtures.wrongOutput(results), Fixtures.noisy(results))) {
            assertThat(diagnosis(run).findings()).allSatisfy(finding -> {
                assertThat(finding.measures()).isNotEmpty();
                assertThat(finding.seen().isEmpty()).isFalse();
                assertThat(finding.title()).doesNotEndWith(".");
                assertThat(finding.fix().isEmpty()).isFalse();
            });
        }
    }

    @Test
    void whatARecordingOfTheMainCellShowsIsEvidenceOfItsCause() throws Exception {
        RunAnalysis run = RunAnalysis.of(Fixtures.allClean(results).stored());
        Finding plain = Diagnosis.withProfiles(run).findings().get(0);
        String cell = plain.cells().get(0);
        Path folder = ProfileSummary.folder(run.stored().directory(), cell);
        recording(run, cell).write(Files.createDirectories(folder));

        Finding evident = Diagnosis.withProfiles(run).findings().get(0);

        assertThat(plain.rule().isCause()).isTrue();
        assertThat(plain.evidence()).doesNotContain("Profile of");
        assertThat(evident.evidence())
                .startsWith(plain.evidence())
                .endsWith("Profile of " + cell + " (400 samples of working threads, 2 forks): 75\u00a0% Rows.fold.");
    }

    private static ProfileRecord recording(RunAnalysis run, String cell) {
        ProfileFindings.Method fold = new ProfileFindings.Method("a.Rows.fold", 300, 400, List.of());
        ProfileFindings.Group work = new ProfileFindings.Group(ThreadRole.WORK, 400, List.of(fold));
        return new ProfileRecord(
                ProfileRecord.SCHEMA,
                Instant.EPOCH,
                "test",
                List.of("profile"),
                run.cells().stream()
                        .filter(analysed -> analysed.name().equals(cell))
                        .findFirst()
                        .orElseThrow()
                        .planned(),
                Optional.empty(),
                run.run().environment(),
                2,
                2,
                Optional.of(1.1),
                Optional.of(2_000_000_000L),
                Optional.of(3_000_000_000L),
                true,
                10,
                new ProfileFindings(
                        List.of(work),
                        0,
                        List.of(),
                        List.of(),
                        new ProfileFindings.Pauses(0, 0, 0),
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty()),
                List.of());
    }
}
