// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import static dev.runmatrix.harness.result.JsonSchemas.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.ProfileRecord;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.trial.Trial;
import dev.runmatrix.harness.trial.TrialOutcome;
import dev.runmatrix.harness.trial.TrialRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileRunTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasRecordedBeforeAForkFailsIsStored() throws Exception {
        UnprofilableException end =
                catchThrowableOfType(UnprofilableException.class, () -> profile(new RecordingMachine(4, true)));

        assertThat(end).hasMessageContaining("C01 fails: out of memory");
        assertThat(end.isOfAFailingCell()).isTrue();
        ProfileRecord stored = ProfileRecord.read(folder);
        assertThat(end.stored()).contains(stored);
        assertThat(stored.forks()).isEqualTo(1);
        assertThat(stored.plainForks()).isEqualTo(2);
        assertThat(stored.notes()).containsExactly("a note", "It ended early: C01 fails: out of memory.");
        assertThat(folder.resolve("fork-1.jfr")).isNotEmptyFile();
        assertThat(folder.resolve("failed.jfr")).isNotEmptyFile();
        assertThat(folder.resolve("fork-2.jfr")).doesNotExist();
    }

    @Test
    void aForkWithoutARecordingTakesNothingFromTheOthers() throws Exception {
        UnprofilableException end =
                catchThrowableOfType(UnprofilableException.class, () -> profile(new RecordingMachine(4, false)));

        assertThat(end).hasMessageContaining("C01 left no recording");
        assertThat(end.isOfAFailingCell()).isFalse();
        assertThat(ProfileRecord.read(folder).forks()).isEqualTo(1);
    }

    @Test
    void aCellThatFailsBeforeItsFirstRecordingLeavesNoProfile() throws Exception {
        UnprofilableException end =
                catchThrowableOfType(UnprofilableException.class, () -> profile(new RecordingMachine(1, true)));

        assertThat(end.stored()).isEmpty();
        assertThat(folder.resolve(ProfileRecord.FILE)).doesNotExist();
    }

    @Test
    void aProfileToItsEndHasTheForksThatWereAskedFor() throws Exception {
        ProfileRecord profile = profile(new RecordingMachine(100, true)).orElseThrow();

        assertThat(profile).isEqualTo(ProfileRecord.read(folder));
        assertThat(profile.forks()).isEqualTo(3);
        assertThat(profile.notes()).containsExactly("a note");
        assertThat(problems("profile.schema.json", Files.readString(folder.resolve(ProfileRecord.FILE))))
                .isEmpty();
    }

    private Optional<ProfileRecord> profile(RecordingMachine machine) throws IOException, UnprofilableException {
        RunRequest request = ToyRun.of(folder, 1, 0, List.of(Map.of("do", "write")));
        try (CellForks forks = CellForks.open(request, folder, machine, new RunListener() {})) {
            return new ProfileRun(forks, request.plan().cells().get(0), folder, OptionalInt.of(3))
                    .execute(List.of("a note"));
        }
    }

    /** Leaves a recording where one is asked for; one of its forks fails, or leaves none. */
    private static final class RecordingMachine implements TrialRunner {

        private static final long SECOND = 1_000_000_000;
        private static final Pattern FILE = Pattern.compile("StartFlightRecording=filename=([^,]+),");

        private final int bad;
        private final boolean fails;
        private int made;

        RecordingMachine(int bad, boolean fails) {
            this.bad = bad;
            this.fails = fails;
        }

        @Override
        public TrialOutcome run(Trial trial, Consumer<ResourceSample> onSample) throws IOException {
            made++;
            if (made != bad || fails) {
                record(trial);
            }
            Optional<Failure> failure = made == bad && fails
                    ? Optional.of(
                            new Failure(FailureKind.OUT_OF_MEMORY, "out of memory", Optional.empty(), Optional.empty()))
                    : Optional.empty();
            Files.writeString(trial.task().output(), "a\n1\n");
            return new TrialOutcome(
                    Instant.EPOCH,
                    false,
                    failure,
                    Optional.of(new ProcessUsage(SECOND, SECOND, Optional.empty(), Optional.empty())),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    0);
        }

        private void record(Trial trial) throws IOException {
            for (String argument : trial.jvmArgs()) {
                Matcher matcher = FILE.matcher(argument);
                if (matcher.find()) {
                    try (Recording recording = new Recording()) {
                        recording.start();
                        recording.dump(Path.of(matcher.group(1)).resolve(made + ".jfr"));
                    }
                }
            }
        }

        @Override
        public void stop() {}

        @Override
        public boolean isStopping() {
            return false;
        }
    }
}
