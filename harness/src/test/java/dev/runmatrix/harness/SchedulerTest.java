// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import static dev.runmatrix.harness.FakeRun.SIX;
import static dev.runmatrix.harness.FakeRun.Told.disturbed;
import static dev.runmatrix.harness.FakeRun.Told.failure;
import static dev.runmatrix.harness.FakeRun.Told.wall;
import static dev.runmatrix.harness.FakeRun.Told.wrong;
import static dev.runmatrix.harness.FakeRun.countedForks;
import static dev.runmatrix.harness.FakeRun.ends;
import static dev.runmatrix.harness.FakeRun.noisy;
import static dev.runmatrix.harness.FakeRun.settling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.StoredRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run makes, and in which order. */
class SchedulerTest {

    @TempDir
    private Path results = Path.of("");

    @Test
    void everyRoundVisitsEachCellOnceInAnOrderOfItsOwn() throws Exception {
        FakeRun run = new FakeRun(results, SIX, 3);

        StoredRun stored = run.begin();

        assertThat(String.join(" ", run.visits()))
                .isEqualTo("C01.1 C02.1 C03.1 C02.2 C03.2 C01.2 C01.3 C02.3 C03.3 "
                        + "C02.4 C01.4 C03.4 C02.5 C03.5 C01.5 C02.6 C03.6 C01.6");
        assertThat(ends(stored)).containsExactly("C01 FORKS_MADE 6", "C02 FORKS_MADE 6", "C03 FORKS_MADE 6");
        assertThat(stored.run().sittings()).singleElement().satisfies(sitting -> {
            assertThat(sitting.firstAttempt()).isEqualTo(1);
            assertThat(sitting.finishedAt()).isPresent();
            assertThat(sitting.forksPerCell()).isEqualTo(6);
        });
    }

    @Test
    void warmUpsComeFirstAndThatOfTheReferenceBeforeAll() throws Exception {
        FakeRun run = new FakeRun(results, Protocol.fixed(1, 2, minute(), minute(), minute()), 3);

        run.begin();

        assertThat(run.visits().subList(0, 6)).allMatch(visit -> visit.endsWith(".w"));
        assertThat(run.visits().subList(0, 2)).containsExactly("C01.w", "C01.w");
        assertThat(run.visits().subList(6, 9)).containsExactlyInAnyOrder("C01.1", "C02.1", "C03.1");
    }

    @Test
    void theReferenceHasATwinWithNumbersOfItsOwnInEveryRound() throws Exception {
        FakeRun run = new FakeRun(results, protocol(2, 2, true, 0, 3), 2);

        StoredRun stored = run.begin();

        assertThat(run.visits()).containsExactlyInAnyOrder("C01.1", "C01'1", "C02.1", "C01.2", "C01'2", "C02.2");
        assertThat(stored.forks()).filteredOn(ForkRecord::twin).hasSize(2).allSatisfy(twin -> {
            assertThat(twin.cell()).isEqualTo("C01");
            assertThat(twin.output()).isPresent();
        });
        assertThat(ends(stored)).containsExactly("C01 FORKS_MADE 2", "C02 FORKS_MADE 2");
    }

    @Test
    void aCellThatIsPreciseAtALookHasNoMoreForksAndOneThatIsNotGoesOnToTheNext() throws Exception {
        FakeRun run = new FakeRun(results, protocol(6, 20, false, 0, 3), 3).tell("C03", settling());

        StoredRun stored = run.begin();

        assertThat(countedForks(stored)).isEqualTo(Map.of("C01", 10L, "C02", 6L, "C03", 10L));
        assertThat(ends(stored)).containsExactly("C01 PRECISE 10", "C02 PRECISE 6", "C03 PRECISE 10");
        assertThat(run.notes()).containsExactly("C02: known to ±2.5%.", "C01, C03: known to ±2.5%.");
    }

    @Test
    void aCellThatWouldTakeTooManyForksEndsAtItsFirstLook() throws Exception {
        FakeRun run = new FakeRun(results, protocol(6, 20, false, 0, 3), 2).tell("C02", noisy());

        StoredRun stored = run.begin();

        assertThat(ends(stored)).containsExactly("C01 PRECISE 6", "C02 FUTILE 6");
        assertThat(FakeRun.end(stored, "C02").neededForks()).hasValue(2897);
    }

    @Test
    void theReferenceAndItsTwinGoOnAsLongAsAnyOtherCell() throws Exception {
        FakeRun run = new FakeRun(results, protocol(6, 20, true, 0, 3), 3).tell("C03", settling());

        StoredRun stored = run.begin();

        assertThat(countedForks(stored)).isEqualTo(Map.of("C01", 10L, "C02", 6L, "C03", 10L));
        assertThat(stored.forks()).filteredOn(ForkRecord::twin).hasSize(10);
    }

    @Test
    void theOrderOfThoseThatGoOnIsThatOfARunInWhichAllDo() throws Exception {
        FakeRun all = new FakeRun(results, protocol(10, 10, false, 0, 3), 3);
        all.begin();
        List<String> withoutSecond = all.visits().stream()
                .filter(v -> !(v.startsWith("C02") && Integer.parseInt(v.substring(4)) > 6))
                .toList();
        FakeRun some = new FakeRun(results, protocol(6, 20, false, 0, 3), 3).tell("C03", settling());

        some.begin();

        assertThat(some.visits()).isEqualTo(withoutSecond);
    }

    @Test
    void forksThatSomethingDisturbedDoNotCountAtALook() throws Exception {
        FakeRun run = new FakeRun(results, protocol(6, 10, false, 0, 3), 2).tell("C02", wall(1), disturbed(1), wall(1));

        assertThat(ends(run.begin())).containsExactly("C01 PRECISE 10", "C02 PRECISE 10");
    }

    @Test
    void aDisturbedForkIsMadeOnceMoreAtTheEndOfItsRoundWhateverItsTimeWas() throws Exception {
        FakeRun run = new FakeRun(results, protocol(2, 2, false, 1, 3), 3)
                .tell("C01", wall(9), wall(1))
                .tell("C02", disturbed(1), disturbed(2), disturbed(3));

        StoredRun stored = run.begin();

        assertThat(run.visits().subList(0, 4))
                .containsExactlyInAnyOrder("C01.1", "C02.1", "C03.1", "C02.1+")
                .last()
                .isEqualTo("C02.1+");
        assertThat(run.visits().subList(4, 8)).last().isEqualTo("C02.2+");
        assertThat(FakeRun.of(stored, "C02"))
                .extracting(ForkRecord::fork, ForkRecord::round)
                .containsExactly(tuple(1, 1), tuple(1, 1), tuple(2, 2), tuple(2, 2));
        assertThat(ends(stored)).contains("C02 FORKS_MADE 2");
    }

    @Test
    void aDisturbedTwinIsRepeatedToo() throws Exception {
        FakeRun run = new FakeRun(results, protocol(1, 1, true, 1, 3), 1).tell("C01", disturbed(1));

        run.begin();

        assertThat(run.visits().subList(2, 4)).containsExactlyInAnyOrder("C01.1+", "C01'1+");
    }

    @Test
    void aFailedForkOrAWrongOutputIsNeverRepeated() throws Exception {
        FakeRun run = new FakeRun(results, protocol(2, 2, false, 1, 3), 2)
                .tell("C02", failure(), new FakeRun.Told(1, false, 0.5, "v\n7\n"));

        run.begin();

        assertThat(run.visits()).noneMatch(visit -> visit.endsWith("+"));
    }

    @Test
    void aCellThatFailsTooOftenInARowIsSkippedFromThenOn() throws Exception {
        Protocol warmedUp = new Protocol(6, 6, 0.025, 1, false, 0, 3, Optional.empty(), minute(), minute(), minute());
        FakeRun run = new FakeRun(results, warmedUp, 4)
                .tell("C02", failure())
                .tell("C03", wall(1), failure(), failure(), wall(1), failure(), failure(), wall(1))
                .tell("C04", wrong());

        StoredRun stored = run.begin();

        assertThat(countedForks(stored)).isEqualTo(Map.of("C01", 6L, "C02", 3L, "C03", 6L, "C04", 3L));
        assertThat(ends(stored))
                .containsExactly("C01 FORKS_MADE 6", "C02 FAILING 6", "C03 FORKS_MADE 6", "C04 FAILING 6");
        assertThat(run.notes()).containsExactly("C02, C04: failed 3 times in a row, others skipped.");
        assertThat(stored.run().exitCode()).contains(4);
    }

    @Test
    void aReferenceThatFailsLetsTheOthersGoOn() throws Exception {
        FakeRun run = new FakeRun(results, protocol(6, 20, true, 0, 2), 2)
                .tell("C01", failure())
                .tell("C02", settling());

        StoredRun stored = run.begin();

        assertThat(countedForks(stored)).containsEntry("C02", 10L);
        assertThat(ends(stored)).containsExactly("C01 FAILING 6", "C02 PRECISE 10");
        assertThat(stored.forks()).filteredOn(ForkRecord::twin).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void beforeAForkThatWouldProbablyPassTheBudgetTheRunEndsInOrder() throws Exception {
        Protocol tenSeconds = protocol(6, 6, false, 0, 3).withBudget(Duration.ofSeconds(10));
        FakeRun run = new FakeRun(results, tenSeconds, 2).tell("C02", wall(3));

        StoredRun stored = run.begin();

        assertThat(run.visits()).containsExactly("C01.1", "C02.1", "C01.2", "C02.2");
        assertThat(ends(stored)).containsExactly("C01 BUDGET 6", "C02 BUDGET 6");
        assertThat(stored.run().state()).isEqualTo(RunState.COMPLETE);
        assertThat(stored.run().exitCode()).contains(0);
    }

    @Test
    void theBudgetIsThatOfASittingSoThatARunComesToItsEndInSeveral() throws Exception {
        Protocol tenSeconds = protocol(6, 6, false, 0, 3).withBudget(Duration.ofSeconds(10));
        FakeRun run = new FakeRun(results, tenSeconds, 2).tell("C02", wall(3));
        StoredRun stored = run.begin();

        StoredRun again = run.run(SittingTask.resume(stored, tenSeconds.budget(), false));
        StoredRun whole = run.run(SittingTask.resume(again, tenSeconds.budget(), false));

        assertThat(again.forks().size()).isGreaterThan(stored.forks().size());
        assertThat(ends(whole)).containsExactly("C01 FORKS_MADE 6", "C02 FORKS_MADE 6");
    }

    @Test
    void whoWantsToFailFastStopsAtTheFirstFailureOrWrongOutput() throws Exception {
        FakeRun run = new FakeRun(results, SIX, 2).tell("C02", wall(1), failure());

        StoredRun stored = run.beginFailingFast();

        assertThat(run.visits()).last().isEqualTo("C02.2");
        assertThat(ends(stored)).allMatch(end -> end.endsWith("FAIL_FAST 6"));
        assertThat(stored.run().exitCode()).contains(3);
    }

    @Test
    void whatIsAheadIsWhatIsMade() throws Exception {
        FakeRun run = new FakeRun(results, protocol(6, 20, true, 0, 3), 3).tell("C03", settling());

        run.begin();

        assertThat(run.ahead().get(0)).isEqualTo(24);
        assertThat(run.ahead()).endsWith(0);
        assertThat(run.ahead()).contains(12);
    }

    private static Protocol protocol(int forks, int maxForks, boolean twin, int repeats, int maxFailures) {
        return new Protocol(
                forks, maxForks, 0.025, 0, twin, repeats, maxFailures, Optional.empty(), minute(), minute(), minute());
    }

    private static Duration minute() {
        return Duration.ofMinutes(1);
    }
}
