// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import static dev.runmatrix.harness.result.JsonSchemas.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.harness.floor.FloorPlan;
import dev.runmatrix.harness.floor.HeapFlags;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.resource.Observation;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.FloorAnswer;
import dev.runmatrix.harness.result.FloorAttempt;
import dev.runmatrix.harness.result.FloorOutcome;
import dev.runmatrix.harness.result.FloorRecord;
import dev.runmatrix.harness.result.FloorStore;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.trial.Trial;
import dev.runmatrix.harness.trial.TrialOutcome;
import dev.runmatrix.harness.trial.TrialRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorRunTest {

    private static final List<String> SHIPPED = List.of("-Xms64m", "-Xmx1g");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFloorAndTheKneeOfAMachineAreFoundAndKept() throws Exception {
        FloorRecord floor = search(new ToldMachine(48, 96), false);

        FloorAnswer answer = FloorStore.read(directory()).answer().orElseThrow();
        assertThat(answer).isEqualTo(floor.answer().orElseThrow());
        assertThat(floor.state()).isEqualTo(RunState.COMPLETE);
        assertThat(answer.heap()).hasValue(48L);
        assertThat(answer.heapFailing()).hasValue(47L);
        assertThat(answer.knee()).hasValue(96L);
        assertThat(answer.kneeSlower()).hasValue(76L);
        assertThat(answer.kneeSure()).isTrue();
        assertThat(answer.advised()).hasValue(120L);
        assertThat(answer.limit()).isEmpty();
        assertThat(answer.noLimit()).hasValue("not here");
    }

    @Test
    void everyAttemptIsOnTheDiskWithItsFlagsAndItsEnd() throws Exception {
        search(new ToldMachine(48, 96), false);

        List<FloorAttempt> attempts = FloorStore.attempts(directory());
        assertThat(attempts)
                .filteredOn(a -> a.heapMebibytes().isEmpty())
                .allSatisfy(a -> assertThat(a.jvmArgs()).isEqualTo(SHIPPED));
        assertThat(attempts)
                .filteredOn(a -> a.heapMebibytes().filter(h -> h == 47).isPresent())
                .isNotEmpty()
                .allSatisfy(a -> {
                    assertThat(a.outcome()).isEqualTo(FloorOutcome.OUT_OF_MEMORY);
                    assertThat(a.jvmArgs()).containsExactly("-Xms48128k", "-Xmx47m");
                });
    }

    @Test
    void whatIsStoredMatchesItsSchemas() throws Exception {
        search(new ToldMachine(48, 96), false);

        assertThat(problems("floor.schema.json", Files.readString(directory().resolve(FloorStore.FLOOR_FILE))))
                .isEmpty();
        for (String line : Files.readAllLines(directory().resolve(FloorStore.ATTEMPTS_FILE))) {
            assertThat(problems("floor-attempt.schema.json", line)).isEmpty();
        }
    }

    @Test
    void whatTakesMoreThanThreeTimesAsLongHasNotCompleted() throws Exception {
        FloorRecord floor = search(new ToldMachine(1, 96, 48), false);

        assertThat(floor.answer().orElseThrow().heap()).hasValue(48L);
        assertThat(FloorStore.attempts(directory()))
                .filteredOn(a -> a.heapMebibytes().filter(h -> h == 47).isPresent())
                .isNotEmpty()
                .allMatch(a -> a.outcome() == FloorOutcome.TOO_SLOW);
    }

    @Test
    void aSlowAttemptThatOthersDisturbedAndThatTookNoMoreProcessorTimeHasCompleted() throws Exception {
        ToldMachine machine = new ToldMachine(40, 96, 48);
        machine.disturbed = true;
        FloorRecord floor = search(machine, false);

        assertThat(floor.answer().orElseThrow().heap()).hasValue(40L);
    }

    @Test
    void aCellThatFailsWithTheShippedFlagsIsLeftAfterTwoAttempts() throws Exception {
        FloorRecord floor = search(new ToldMachine(5000, 1), false);

        assertThat(FloorStore.attempts(directory())).hasSize(2);
        assertThat(floor.answer().orElseThrow().heap()).isEmpty();
    }

    @Test
    void aSizeOfWhichTwoOfFourAttemptsCompletedIsNotTheFloor() throws Exception {
        ToldMachine machine = new ToldMachine(48, 48);
        machine.failing = Map.of(48L, List.of(0, 3));
        FloorRecord floor = search(machine, false);

        assertThat(FloorStore.attempts(directory()))
                .filteredOn(a -> a.heapMebibytes().filter(h -> h == 48).isPresent())
                .extracting(FloorAttempt::hasCompleted)
                .containsExactly(false, true, true, false);
        assertThat(floor.answer().orElseThrow().heap()).hasValue(49L);
        assertThat(floor.answer().orElseThrow().heapFailing()).hasValue(48L);
        assertThat(floor.answer().orElseThrow().knee()).hasValue(49L);
    }

    @Test
    void oneFailureOfManyAttemptsIsAllowed() throws Exception {
        ToldMachine machine = new ToldMachine(48, 48);
        machine.failing = Map.of(48L, List.of(4), 1024L, List.of(2, 7));
        FloorRecord floor = search(machine, false);

        assertThat(floor.answer().orElseThrow().heap()).hasValue(48L);
        assertThat(floor.answer().orElseThrow().knee()).hasValue(48L);
    }

    @Test
    void anInterruptedSearchKeepsWhatItHas() throws Exception {
        ToldMachine machine = new ToldMachine(48, 96);
        machine.stopAfter = 9;
        FloorRecord floor = search(machine, false);

        assertThat(floor.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(FloorStore.attempts(directory())).hasSize(9);
        assertThat(floor.answer().orElseThrow().heapSettled()).isFalse();
        assertThat(floor.answer().orElseThrow().knee()).isEmpty();
        assertThat(directory().resolve("work")).doesNotExist();
    }

    @Test
    void aSearchWhoseTimeIsUpMakesNoFurtherAttempt() throws Exception {
        FloorRecord floor = search(new ToldMachine(48, 96), true);

        assertThat(Files.exists(directory().resolve(FloorStore.ATTEMPTS_FILE))).isFalse();
        assertThat(floor.state()).isEqualTo(RunState.COMPLETE);
    }

    @Test
    void aSearchThatAnUnwritableFileEndsIsNotCalledComplete() throws Exception {
        ToldMachine machine = new ToldMachine(48, 96);
        machine.fullAfter = 5;

        assertThatThrownBy(() -> search(machine, false)).hasMessageContaining("no space left");
        assertThat(FloorStore.read(directory()).state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(FloorStore.attempts(directory())).hasSize(5);
    }

    private Path directory() {
        return folder.resolve("floor");
    }

    private FloorRecord search(ToldMachine machine, boolean timeIsUp) throws IOException {
        RunRequest request = ToyRun.of(folder, 1, 0, List.of(Map.of("do", "write")));
        PlannedCell cell = request.plan().cells().get(0);
        FloorPlan plan = new FloorPlan(Optional.of(new HeapFlags(SHIPPED)), Optional.of("not here"), 6);
        FloorRecord frame = new FloorRecord(
                FloorRecord.SCHEMA,
                "id",
                RunState.RUNNING,
                Instant.EPOCH,
                Optional.empty(),
                "test",
                List.of("floor"),
                cell,
                Optional.empty(),
                request.environment(),
                SHIPPED,
                6,
                Optional.empty());
        FloorStore store = FloorStore.create(directory(), frame);
        try (CellForks forks = CellForks.open(request, directory(), machine, new RunListener() {})) {
            machine.stop = () -> forks.interrupt(130);
            return new FloorRun(forks, cell, plan, Optional.empty(), (wanted, made, left) -> {})
                    .execute(store, frame, () -> timeIsUp);
        }
    }

    /** Completes from one heap on, is fast from another on, and too slow below a third. */
    private static final class ToldMachine implements TrialRunner {

        private static final long SECOND = 1_000_000_000;

        private final long least;
        private final long fast;
        private final long tooSlow;
        private final Map<Long, Integer> madeWith = new HashMap<>();
        private Map<Long, List<Integer>> failing = Map.of();
        private int stopAfter = Integer.MAX_VALUE;
        private int fullAfter = Integer.MAX_VALUE;
        private Runnable stop = () -> {};
        private boolean stopped;
        private boolean disturbed;
        private int made;

        ToldMachine(long least, long fast) {
            this(least, fast, 0);
        }

        ToldMachine(long least, long fast, long tooSlow) {
            this.least = least;
            this.fast = fast;
            this.tooSlow = tooSlow;
        }

        @Override
        public TrialOutcome run(Trial trial, Consumer<ResourceSample> onSample) throws IOException {
            if (made == stopAfter) {
                stop.run();
            }
            if (made == fullAfter) {
                throw new IOException("no space left");
            }
            made++;
            long heap = new HeapFlags(trial.jvmArgs()).heapMebibytes().orElseThrow();
            long wall = heap < tooSlow ? 4 * SECOND : heap < fast ? 2 * SECOND : SECOND;
            int before = madeWith.merge(heap, 1, Integer::sum) - 1;
            boolean fails = failing.getOrDefault(heap, List.of()).contains(before);
            Optional<Failure> failure = heap >= least && !fails
                    ? Optional.empty()
                    : Optional.of(new Failure(
                            FailureKind.OUT_OF_MEMORY, "out of memory", Optional.empty(), Optional.empty()));
            if (failure.isEmpty()) {
                Files.writeString(trial.task().output(), "a\n1\n");
            }
            return new TrialOutcome(
                    Instant.EPOCH,
                    stopped,
                    failure,
                    Optional.of(new ProcessUsage(wall, wall, Optional.of((heap + 40) << 20), Optional.empty())),
                    failure.isPresent()
                            ? Optional.empty()
                            : Optional.of(new RegionUsage(
                                    0, wall, disturbed ? SECOND : wall, 0, 0, 120 << 20, 1, Optional.empty())),
                    disturbed ? Optional.of(busy(wall)) : Optional.empty(),
                    Optional.empty(),
                    "",
                    0);
        }

        private static Observation busy(long wall) {
            NoiseEvidence noise = new NoiseEvidence(
                    0.9,
                    Optional.of(0.0),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            return new Observation(List.of(), wall, SECOND, 0, noise, Optional.empty());
        }

        @Override
        public void stop() {
            stopped = true;
        }

        @Override
        public boolean isStopping() {
            return stopped;
        }
    }
}
