// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.live.LiveProgress;
import dev.runmatrix.harness.result.live.ProgressPoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TriageTest {

    @Test
    void aSerialAggregatorIsASingleCoreAndItsOwnSettingExplainsIt() {
        Triage triage = new Watched()
                .aggregator("java", "dev.runmatrix.cli.Main", "aggregate")
                .setting("mode", "streaming")
                .setting("parallel_chunks", "false")
                .setting("max_workers", "4")
                .thread("java", 0)
                .jvm(0.02, 0.2)
                .thread("main", 0.97)
                .triage();

        assertThat(triage.verdict().diagnosis()).isEqualTo(Diagnosis.ONE_THREAD_WORKS);
        assertThat(triage.state()).isEqualTo(TriageState.SINGLE_CORE);
        assertThat(triage.explanation()).hasValueSatisfying(why -> {
            assertThat(why.kind()).isEqualTo(Explanation.Kind.SERIAL_CHUNKS);
            assertThat(why.setting().orElseThrow().written()).isEqualTo("--parallel-chunks false");
            assertThat(why.instead()).contains("true");
        });
    }

    @Test
    void aConfigurationFileExplainsTheSameOfAnyProgram() {
        Triage triage = new Watched()
                .configured("max_workers", "4")
                .configured("parallel_chunks", "false")
                .thread("python3", 0.99)
                .triage();

        assertThat(triage.state()).isEqualTo(TriageState.SINGLE_CORE);
        assertThat(triage.explanation().orElseThrow().setting().orElseThrow().where())
                .isEqualTo("job.yaml:3");
    }

    @Test
    void theCommandLineCountsMoreThanTheFile() {
        Triage triage = new Watched()
                .setting("parallel_chunks", "true")
                .configured("parallel_chunks", "false")
                .setting("max_workers", "4")
                .thread("job", 0.99)
                .triage();

        assertThat(triage.explanation().orElseThrow().kind()).isEqualTo(Explanation.Kind.NOT_IN_SETTINGS);
    }

    @Test
    void inMemoryParallelChunksHasNoEffectAndExplainsNothing() {
        Triage triage = new Watched()
                .setting("mode", "in-memory")
                .setting("parallel_chunks", "false")
                .setting("max_workers", "4")
                .thread("job", 0.99)
                .triage();

        assertThat(triage.explanation().orElseThrow().kind()).isEqualTo(Explanation.Kind.NOT_IN_SETTINGS);
    }

    @Test
    void aBusyMachineDoesNotHideThatOneThreadDoesAllTheWork() {
        Triage triage = new Watched()
                .setting("max_workers", "4")
                .foreign(3.4)
                .thread("job", 0.39, 0.59, 0, "")
                .triage();

        assertThat(triage.state()).isEqualTo(TriageState.SINGLE_CORE);
        assertThat(triage.statements()).extracting(Statement::diagnosis).contains(Diagnosis.NOISE);
    }

    @Test
    void aProgramOfOneThreadThatNobodyAskedForMoreIsHealthy() {
        Triage triage = new Watched().thread("bash", 0.99).triage();

        assertThat(triage.verdict().diagnosis()).isEqualTo(Diagnosis.BUSY_SINGLE_THREAD);
        assertThat(triage.state()).isEqualTo(TriageState.HEALTHY);
        assertThat(triage.explanation()).isEmpty();
    }

    @Test
    void oneGrantedCoreIsNoFaultOfTheProcess() {
        Triage triage = new Watched()
                .affinity(1)
                .setting("max_workers", "4")
                .thread("a", 0.5, 0.5, 0, "")
                .thread("b", 0.5, 0.5, 0, "")
                .triage();

        assertThat(triage.state()).isEqualTo(TriageState.HEALTHY);
    }

    @Test
    void idleThreadsThatStandByMakeOneBusyThreadASingleCore() {
        Triage triage = new Watched()
                .jvm(0, 0.1)
                .thread("pool-1-thread-1", 0.98)
                .thread("pool-1-thread-2", 0)
                .thread("pool-1-thread-3", 0)
                .triage();

        assertThat(triage.state()).isEqualTo(TriageState.SINGLE_CORE);
    }

    @Test
    void aJvmOfOneThreadIsNotAccusedForTheThreadsThatServeIt() {
        Triage triage = new Watched().jvm(0.05, 0.2).thread("worker", 0.98).triage();

        assertThat(triage.verdict().diagnosis()).isEqualTo(Diagnosis.BUSY_SINGLE_THREAD);
    }

    @Test
    void aHealthyParallelProcessIsAccusedOfNothing() {
        Triage triage = new Watched()
                .setting("max_workers", "4")
                .jvm(0.1, 0.1)
                .thread("w1", 0.9)
                .thread("w2", 0.92)
                .thread("w3", 0.91)
                .thread("w4", 0.9)
                .triage();

        assertThat(triage.statements()).extracting(Statement::diagnosis).containsExactly(Diagnosis.BUSY_IN_PARALLEL);
        assertThat(triage.explanation()).isEmpty();
    }

    @Test
    void aParallelProcessWhoseCoresOthersHaveIsHeldBackAndNotUnderUsed() {
        Triage triage = new Watched()
                .setting("max_workers", "4")
                .foreign(2.5)
                .thread("w1", 0.4, 0.6, 0, "")
                .thread("w2", 0.4, 0.6, 0, "")
                .thread("w3", 0.4, 0.6, 0, "")
                .thread("w4", 0.4, 0.6, 0, "")
                .triage();

        assertThat(triage.statements()).extracting(Statement::diagnosis).containsExactly(Diagnosis.HELD_BACK);
    }

    @Test
    void workersThatWaitMakeItUnderUsed() {
        Triage triage = new Watched()
                .setting("max_workers", "4")
                .thread("w1", 0.4)
                .thread("w2", 0.4)
                .thread("w3", 0.4)
                .thread("w4", 0.4)
                .triage();

        assertThat(triage.state()).isEqualTo(TriageState.UNDER_USED);
        assertThat(triage.verdict().evidence().get(0).limit().orElseThrow().value())
                .isEqualTo(0.6 * 4);
    }

    @Test
    void asManyWorkersAsCanUseTheirCoresAreNotUnderUsed() {
        assertThat(new Watched()
                        .setting("max_workers", "16")
                        .affinity(2)
                        .thread("a", 0.95)
                        .thread("b", 0.95)
                        .triage()
                        .state())
                .isEqualTo(TriageState.HEALTHY);
    }

    @Test
    void threadsThatTakeTurnsAreConsistentWithALock() {
        Triage triage = new Watched()
                .thread("t1", 0.33)
                .thread("t2", 0.33)
                .thread("t3", 0.3)
                .triage();

        assertThat(triage.verdict().diagnosis()).isEqualTo(Diagnosis.TAKING_TURNS);
        assertThat(triage.verdict().certain()).isFalse();
    }

    @Test
    void threadsThatQueueWhileProcessorsAreFreeAreHeldBackByNobody() {
        Triage triage = new Watched()
                .foreign(0.6)
                .thread("t1", 0.26, 0.32, 0, "futex_do_wait")
                .thread("t2", 0.26, 0.32, 0, "futex_do_wait")
                .thread("t3", 0.26, 0.32, 0, "futex_do_wait")
                .thread("t4", 0.25, 0.32, 0, "futex_do_wait")
                .triage();

        assertThat(triage.verdict().diagnosis()).isEqualTo(Diagnosis.TAKING_TURNS);
        assertThat(triage.statements()).extracting(Statement::diagnosis).doesNotContain(Diagnosis.HELD_BACK);
    }

    @Test
    void aParentThatWorksBesideItsChildIsAWorkerToo() {
        assertThat(new Watched()
                        .parent("bash", 0.98)
                        .child("bash", 0.97)
                        .triage()
                        .verdict()
                        .diagnosis())
                .isEqualTo(Diagnosis.BUSY_IN_PARALLEL);
        assertThat(new Watched()
                        .parent("bash", 0.01)
                        .child("bash", 0.97)
                        .triage()
                        .verdict()
                        .diagnosis())
                .isEqualTo(Diagnosis.BUSY_SINGLE_THREAD);
    }

    @Test
    void aSleeperIsWaiting() {
        assertThat(new Watched()
                        .thread("sleep", 0, 0, 0, "hrtimer_nanosleep")
                        .foreign(3)
                        .triage()
                        .statements())
                .extracting(Statement::diagnosis)
                .containsExactly(Diagnosis.IDLE);
    }

    @Test
    void aProcessThatWorksNowAndThenIsMostlyWaiting() {
        assertThat(new Watched().thread("poller", 0.3).triage().verdict().diagnosis())
                .isEqualTo(Diagnosis.MOSTLY_WAITING);
    }

    @Test
    void threadsInUninterruptibleSleepWaitForStorage() {
        Triage triage = new Watched()
                .thread("dd", 0.2, 0, 0.7, "folio_wait_bit")
                .storage(80_000_000)
                .triage();

        assertThat(triage.state()).isEqualTo(TriageState.STORAGE);
        assertThat(triage.verdict().certain()).isTrue();
    }

    @Test
    void withoutAnyTrafficTheyAreOnlyConsistentWithThat() {
        assertThat(new Watched()
                        .thread("dd", 0.0, 0, 0.9, "rpc_wait")
                        .triage()
                        .verdict()
                        .certain())
                .isFalse();
    }

    @Test
    void aProcessThatReadsFromThePageCacheDoesNotWaitForStorage() {
        assertThat(new Watched()
                        .thread("grep", 0.98)
                        .storage(500_000_000)
                        .triage()
                        .state())
                .isEqualTo(TriageState.HEALTHY);
    }

    @Test
    void aQuotaThatThrottlesIsToldBeforeAnythingElse() {
        Triage triage = new Watched()
                .quota(0.5, 0.9)
                .setting("max_workers", "4")
                .thread("w1", 0.25, 0.5, 0, "")
                .thread("w2", 0.25, 0.5, 0, "")
                .triage();

        assertThat(triage.state()).isEqualTo(TriageState.THROTTLED);
        assertThat(triage.explanation().orElseThrow().kind()).isEqualTo(Explanation.Kind.MORE_WORKERS_THAN_CORES);
        assertThat(triage.explanation().orElseThrow().instead()).contains("1");
    }

    @Test
    void aQuotaThatIsNotReachedThrottlesNothing() {
        assertThat(new Watched().quota(2, 0.01).thread("a", 0.9).triage().state())
                .isEqualTo(TriageState.HEALTHY);
    }

    @Test
    void aJvmThatOnlyCollectsGarbageNamesItsHeap() {
        Triage triage = new Watched()
                .command("java", "-Xmx64m", "Job")
                .jvm(1.2, 0)
                .thread("main", 0.4)
                .triage();

        assertThat(triage.verdict().diagnosis()).isEqualTo(Diagnosis.COLLECTING_GARBAGE);
        assertThat(triage.state()).isEqualTo(TriageState.MEMORY);
        assertThat(triage.explanation().orElseThrow().setting().orElseThrow().value())
                .isEqualTo("-Xmx64m");
    }

    @Test
    void garbageIsSeenAlsoWhereOthersHaveTheProcessors() {
        Triage triage = new Watched()
                .foreign(3.8)
                .thread("java", 0)
                .thread("VM Thread", 0.15, 0.75, 0, "")
                .thread("main", 0.02, 0.1, 0, "")
                .triage();

        assertThat(triage.verdict().diagnosis()).isEqualTo(Diagnosis.COLLECTING_GARBAGE);
    }

    @Test
    void aThreadThatSeldomRunsWantsLittleHoweverLongItQueues() {
        Triage triage = new Watched()
                .setting("max_workers", "4")
                .foreign(3.4)
                .thread("job", 0.39, 0.59, 0, "")
                .thread("ticker", 0.01, 0.6, 0, "")
                .thread("logger", 0.01, 0.6, 0, "")
                .triage();

        assertThat(triage.state()).isEqualTo(TriageState.SINGLE_CORE);
    }

    @Test
    void memoryNearTheLimitOfItsGroupIsTold() {
        assertThat(new Watched()
                        .memory(900, 1000, 950)
                        .thread("a", 0.9)
                        .triage()
                        .verdict()
                        .diagnosis())
                .isEqualTo(Diagnosis.NEAR_MEMORY_LIMIT);
        assertThat(new Watched()
                        .memory(700, 1000, 850)
                        .thread("a", 0.9)
                        .triage()
                        .state())
                .isEqualTo(TriageState.HEALTHY);
    }

    @Test
    void whoDoesNothingOrIsHeldByAQuotaWouldNotBeFasterAlone() {
        assertThat(new Watched()
                        .foreign(2)
                        .memory(900_000_000, 1_000_000_000, 960_000_000)
                        .thread("sleep", 0, 0, 0, "hrtimer_nanosleep")
                        .triage()
                        .statements())
                .extracting(Statement::diagnosis)
                .containsExactly(Diagnosis.NEAR_MEMORY_LIMIT);
        assertThat(new Watched()
                        .foreign(2)
                        .quota(0.5, 0.5)
                        .thread("t", 0.5)
                        .triage()
                        .statements())
                .extracting(Statement::diagnosis)
                .containsExactly(Diagnosis.THROTTLED);
    }

    @Test
    void aGroupThatOthersFillIsNotItsFault() {
        assertThat(new Watched()
                        .memory(100, 1000, 990)
                        .thread("a", 0.9)
                        .triage()
                        .state())
                .isEqualTo(TriageState.HEALTHY);
    }

    @Test
    void anAddressSpaceThatIsFullIsToldToo() {
        assertThat(new Watched()
                        .addressLimit(1_000_000)
                        .thread("a", 0.9)
                        .triage()
                        .state())
                .isEqualTo(TriageState.MEMORY);
    }

    @Test
    void swapCountsOnlyWhereItIsNeeded() {
        assertThat(new Watched()
                        .swap(50_000_000, 500)
                        .thread("a", 0.4)
                        .triage()
                        .verdict()
                        .diagnosis())
                .isEqualTo(Diagnosis.SWAPPING);
        assertThat(new Watched().swap(50_000_000, 1).thread("a", 0.95).triage().state())
                .isEqualTo(TriageState.HEALTHY);
    }

    @Test
    void aStoppedProcessIsStoppedWhateverElse() {
        assertThat(new Watched()
                        .command("stopped")
                        .foreign(2)
                        .thread("a", 0)
                        .triage()
                        .statements())
                .extracting(Statement::diagnosis)
                .startsWith(Diagnosis.STOPPED)
                .doesNotContain(Diagnosis.NOISE, Diagnosis.IDLE);
    }

    @Test
    void twoPhasesAreNoSingleCore() {
        assertThat(new Watched()
                        .setting("max_workers", "4")
                        .burst(0.3)
                        .thread("a", 0.95)
                        .triage()
                        .state())
                .isNotEqualTo(TriageState.SINGLE_CORE);
    }

    @Test
    void ofLessThanTwoSecondsNothingIsSaid() {
        assertThat(new Watched().seconds(1).ended().thread("a", 0.9).triage().state())
                .isEqualTo(TriageState.CANNOT_TELL);
    }

    @Test
    void noMoreThanThreeThingsAreSaid() {
        assertThat(new Watched()
                        .quota(0.5, 0.9)
                        .memory(950, 1000, 960)
                        .swap(50_000_000, 500)
                        .foreign(2)
                        .thread("a", 0.3, 0, 0.6, "io_schedule")
                        .triage()
                        .statements())
                .hasSize(3)
                .extracting(Statement::diagnosis)
                .startsWith(Diagnosis.THROTTLED, Diagnosis.SWAPPING);
    }

    @Test
    void theTimeLeftLiesBetweenTheRateNowAndTheRateSinceTheStart() {
        LiveProgress told = new LiveProgress(
                "job.log",
                List.of(
                        new ProgressPoint(-1, 2_900_000, Optional.empty()),
                        new ProgressPoint(1_000_000_000L, 3_000_000, Optional.empty()),
                        new ProgressPoint(9_000_000_000L, 3_016_000, Optional.empty())),
                2,
                Optional.of(6_000_000L),
                Optional.empty());

        ProgressEstimate estimate = new Watched()
                .thread("a", 0.9)
                .progress(told)
                .triage()
                .progress()
                .orElseThrow();

        assertThat(estimate.windowRate().orElseThrow()).isEqualTo(2000);
        assertThat(estimate.lifeRate().orElseThrow()).isBetween(1000.0, 1003.0);
        assertThat(estimate.shortestSeconds().orElseThrow()).isEqualTo(2_984_000 / 2000.0);
        assertThat(estimate.longestSeconds().orElseThrow()).isBetween(2970.0, 2985.0);
    }

    @Test
    void withoutATotalThereIsARateAndNoEnd() {
        LiveProgress told = new LiveProgress(
                "job.log", List.of(new ProgressPoint(1, 10, Optional.empty())), 1, Optional.empty(), Optional.empty());

        ProgressEstimate estimate = new Watched()
                .thread("a", 0.9)
                .progress(told)
                .triage()
                .progress()
                .orElseThrow();

        assertThat(estimate.windowRate()).isEmpty();
        assertThat(estimate.longestSeconds()).isEmpty();
    }

    @Test
    void inputThatIsReadInBurstsTellsNoEnd() {
        ProgressEstimate little = new Watched()
                .thread("a", 0.9)
                .input(6_600_000, 8, 23_000_000)
                .triage()
                .progress()
                .orElseThrow();
        ProgressEstimate enough = new Watched()
                .thread("a", 0.9)
                .input(6_600_000, 2_000_000, 23_000_000)
                .triage()
                .progress()
                .orElseThrow();

        assertThat(little.total()).contains(23_000_000.0);
        assertThat(little.longestSeconds()).isEmpty();
        assertThat(enough.longestSeconds()).isPresent();
    }
}
