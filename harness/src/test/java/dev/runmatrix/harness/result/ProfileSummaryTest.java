// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ProfileFindings.Group;
import dev.runmatrix.harness.result.ProfileFindings.Method;
import dev.runmatrix.harness.result.ProfileFindings.Pauses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileSummaryTest {

    @TempDir
    private Path run = Path.of("");

    @Test
    void theTopMethodsOfAStoredProfileAreReadByRunAndCell() throws IOException {
        Path folder = Files.createDirectories(ProfileSummary.folder(run, "C05"));
        profile().write(folder);

        ProfileSummary summary = ProfileSummary.read(run, "C05").orElseThrow();

        assertThat(summary.samples()).isEqualTo(200);
        assertThat(summary.hasEnoughSamples()).isTrue();
        assertThat(summary.methods())
                .containsExactly(
                        new ProfileSummary.Share("a.B.c", 100, 0.5),
                        new ProfileSummary.Share("a.B.d", 50, 0.25),
                        new ProfileSummary.Share("a.B.e", 25, 0.125));
        assertThat(ProfileSummary.read(run, "C06")).isEmpty();
    }

    @Test
    void aStoredProfileIsReadAsItWasWritten() throws Exception {
        profile().write(run);

        assertThat(ProfileRecord.read(run)).isEqualTo(profile());
    }

    @Test
    void aProfileOfAnotherVersionOrADamagedOneIsNone() throws IOException {
        Path folder = Files.createDirectories(ProfileSummary.folder(run, "C05"));
        profile().write(folder);
        Path file = folder.resolve(ProfileRecord.FILE);
        Files.writeString(file, Files.readString(file).replace("profile/v1", "profile/v9"));

        assertThat(ProfileSummary.read(run, "C05")).isEmpty();
        assertThatThrownBy(() -> ProfileRecord.read(folder))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("'run-matrix/profile/v9' is not 'run-matrix/profile/v1'");
        Files.writeString(file, "{");
        assertThat(ProfileSummary.read(run, "C05")).isEmpty();
    }

    @Test
    void aHalfWrittenAttemptOfASearchIsLeftOut() throws Exception {
        FloorAttempt attempt = new FloorAttempt(
                FloorAttempt.SCHEMA,
                FloorPurpose.FLOOR,
                Optional.of(48L),
                Optional.empty(),
                List.of("-Xmx48m"),
                FloorOutcome.COMPLETED,
                SampleRuns.okFork());
        FloorStore store = FloorStore.create(run.resolve("floor"), floor());
        store.append(attempt);
        Path file = store.directory().resolve(FloorStore.ATTEMPTS_FILE);
        Files.writeString(file, Files.readString(file) + "{\"schema\":");

        assertThat(FloorStore.attempts(store.directory())).containsExactly(attempt);
        assertThat(FloorStore.read(store.directory())).isEqualTo(floor());
    }

    private static FloorRecord floor() {
        return new FloorRecord(
                FloorRecord.SCHEMA,
                "id",
                RunState.RUNNING,
                Instant.EPOCH,
                Optional.empty(),
                "test",
                List.of("floor"),
                cell(),
                Optional.empty(),
                SampleRuns.full().environment(),
                List.of("-Xmx4g"),
                6,
                Optional.empty());
    }

    private static PlannedCell cell() {
        return new PlannedCell("C05", new Cell(Map.of("mode", "streaming")), Set.of(), List.of(), 2, false);
    }

    private static ProfileRecord profile() {
        Group work = new Group(
                ThreadRole.WORK,
                200,
                List.of(
                        new Method("a.B.c", 100, 120, List.of("a.B.d")),
                        new Method("a.B.d", 50, 200, List.of()),
                        new Method("a.B.e", 25, 25, List.of()),
                        new Method("a.B.f", 25, 25, List.of())));
        return new ProfileRecord(
                ProfileRecord.SCHEMA,
                Instant.EPOCH,
                "test",
                List.of("profile"),
                cell(),
                Optional.empty(),
                SampleRuns.full().environment(),
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
                        new Pauses(0, 0, 0),
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty()),
                List.of());
    }
}
