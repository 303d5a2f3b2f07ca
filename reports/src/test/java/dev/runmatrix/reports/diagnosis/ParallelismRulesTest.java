// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParallelismRulesTest {

    private static final int CHUNK = 50_000;

    private final MadeRun run = new MadeRun(4);

    @Test
    void aSwitchThatMakesACellSerialIsConfirmedByTheCellThatDiffersInItAlone() throws Exception {
        run.streaming(false, 4, CHUNK).takes(96, 1.02);
        run.streaming(true, 4, CHUNK).takes(36, 2.86);

        Finding finding = run.findings().get(0);

        assertThat(finding.rule()).isEqualTo(RuleId.C1);
        assertThat(finding.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(finding.confirmedBy()).contains("C02");
        assertThat(finding.gain().orElseThrow()).isEqualTo(1 - 36 / 96.0);
        assertThat(finding.fix().toString())
                .startsWith("parallel_chunks: true: 36.0\u00a0s (\u221262\u00a0% of 96.0\u00a0s)");
        assertThat(finding.evidence())
                .contains("wall \u00d70.375 = CPU work \u00d71.05 \u00f7 cores used \u00d72.80, same output");
    }

    @Test
    void aSwitchThatChangesNoCoresIsNotTheCause() throws Exception {
        run.streaming(false, 4, CHUNK).takes(96, 1.02);
        run.streaming(true, 4, CHUNK).takes(95, 1.03).thread("aggregate", 97, 0, 95);

        assertThat(run.alleged()).doesNotContain(RuleId.C1);
    }

    @Test
    void withoutTheOtherCellTheSwitchIsTheLikelyCause() throws Exception {
        run.streaming(false, 4, CHUNK).takes(96, 1.02);

        assertThat(run.findings().get(0).confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(run.findings().get(0).gain()).isEmpty();
    }

    @Test
    void aSerialCellOfWhichOneWorkerIsAskedIsHealthy() throws Exception {
        run.streaming(false, 1, CHUNK).takes(96, 1.02);

        assertThat(run.alleged()).isEmpty();
    }

    @Test
    void serialCellsOfAllChunksAreToldOnceTheReferenceFirst() throws Exception {
        run.streaming(false, 4, CHUNK).takes(96, 1.02);
        run.streaming(false, 4, 2 * CHUNK).takes(94, 1.02);

        assertThat(run.findings().stream().filter(f -> f.rule() == RuleId.C1))
                .singleElement()
                .satisfies(finding -> assertThat(finding.cells()).containsExactly("C01", "C02"));
    }

    @Test
    void oneThreadThatIsAlwaysBusyWhileOthersWaitIsASerialStage() throws Exception {
        run.streaming(true, 4, CHUNK)
                .takes(30, 1.1)
                .thread("main", 29, 0, 30)
                .thread("worker-1", 1, 0, 30)
                .thread("worker-2", 1, 0, 30);

        Finding finding = run.findings().get(0);

        assertThat(finding.rule()).isEqualTo(RuleId.P1);
        assertThat(finding.seen().toString()).contains("main");
        assertThat(run.alleged()).containsExactly(RuleId.P1);
    }

    @Test
    void workersThatAreAllBusyAreHealthy() throws Exception {
        MadeCell cell = run.streaming(true, 4, CHUNK).takes(30, 3.8);
        for (int i = 1; i <= 4; i++) {
            cell.thread("worker-" + i, 28.5, 0.2, 29.9);
        }

        assertThat(run.alleged()).isEmpty();
    }

    @Test
    void aWorkerThatGoesOnAloneIsAStragglerAndNoSerialStage() throws Exception {
        run.streaming(true, 4, CHUNK)
                .takes(30, 1.3)
                .thread("worker-1", 29.5, 0, 30)
                .thread("worker-2", 3, 0, 3)
                .thread("worker-3", 3, 0, 3.2)
                .thread("worker-4", 3, 0, 3.1);

        assertThat(run.alleged()).containsExactly(RuleId.B1);
        assertThat(run.findings().get(0).measures().get(0).value()).isEqualTo(29.5 / (38.5 / 4));
    }

    @Test
    void unevenWorkersThatKeepAllCoresBusyAreHealthy() throws Exception {
        run.streaming(true, 4, CHUNK)
                .takes(30, 3.6)
                .thread("worker-1", 29.5, 0, 30)
                .thread("worker-2", 29, 0, 30)
                .thread("worker-3", 29, 0, 30)
                .thread("worker-4", 20, 0, 20);

        assertThat(run.alleged()).isEmpty();
    }

    @Test
    void workersThatWaitForOneAnotherAreIdleWithoutAKnownReason() throws Exception {
        MadeCell cell = run.streaming(true, 4, CHUNK).takes(30, 1.6);
        for (int i = 1; i <= 4; i++) {
            cell.thread("worker-" + i, 12, 0.3, 29.9);
        }

        Finding finding = run.findings().get(0);

        assertThat(finding.rule()).isEqualTo(RuleId.P2);
        assertThat(finding.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(finding.cause().toString()).contains("neither CPU time nor run queue");
    }

    @Test
    void fewerChunksThanWorkersAreTheReasonAndSmallerOnesTheRemedy() throws Exception {
        run.streaming(true, 4, 4 * CHUNK).takes(30, 1).chunks(1).thread("worker-1", 29.5, 0, 30);
        run.streaming(true, 4, CHUNK).takes(10, 3.1).chunks(40);

        Finding finding = run.findings().stream()
                .filter(found -> found.cells().contains("C01"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.rule()).isEqualTo(RuleId.P2);
        assertThat(finding.confirmedBy()).contains("C02");
        assertThat(finding.cause().toString()).isEqualTo("Too few chunks: 1 chunk for 4 workers.");
    }

    @Test
    void workersHeldUpByOtherProgramsAreNotIdle() throws Exception {
        MadeCell cell = run.streaming(true, 4, CHUNK).takes(30, 1.6).amid(2.2);
        for (int i = 1; i <= 4; i++) {
            cell.thread("worker-" + i, 12, 17, 29.9);
        }

        assertThat(run.alleged()).containsExactly(RuleId.N1);
    }

    @Test
    void workersHeldUpByAQuotaAreNotIdle() throws Exception {
        MadeCell cell = run.streaming(true, 4, CHUNK).takes(30, 1.6).throttled(12);
        for (int i = 1; i <= 4; i++) {
            cell.thread("worker-" + i, 12, 5, 29.9);
        }

        assertThat(run.alleged()).containsExactly(RuleId.N3);
    }

    @Test
    void moreWorkersThanCoresThatBringNothingAreConfirmedByTheCellWithFewer() throws Exception {
        run.streaming(true, 4, CHUNK).takes(30, 3.8);
        MadeCell cell = run.streaming(true, 8, CHUNK).takes(30.2, 3.85).rss(0.9);
        for (int i = 1; i <= 8; i++) {
            cell.thread("worker-" + i, 14.4, 14, 30);
        }

        Finding finding = run.findings().get(0);

        assertThat(finding.rule()).isEqualTo(RuleId.P3);
        assertThat(finding.cells()).containsExactly("C02");
        assertThat(finding.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(finding.fix().toString()).startsWith("max_workers: 4");
    }

    @Test
    void moreWorkersThanCoresThatBringNothingWithSeveralChunkSizesAreToldOnce() throws Exception {
        for (int chunk : new int[] {CHUNK, 10 * CHUNK}) {
            run.streaming(true, 4, chunk).takes(30, 3.8);
            MadeCell cell = run.streaming(true, 8, chunk).takes(chunk == CHUNK ? 30.2 : 32, 3.85);
            for (int i = 1; i <= 8; i++) {
                cell.thread("worker-" + i, 14.4, 14, 30);
            }
        }

        List<Finding> findings = run.findings().stream()
                .filter(finding -> finding.rule() == RuleId.P3)
                .toList();

        assertThat(findings).hasSize(1);
        Finding finding = findings.get(0);
        assertThat(finding.cells()).containsExactly("C04", "C02");
        assertThat(finding.title()).startsWith("C02 and C04 have 8 workers on 4 cores and are no faster");
        assertThat(finding.seen().toString()).startsWith("C04 against C03: wall ");
        assertThat(finding.evidence()).contains("The same holds for C02 against C01: wall ");
        assertThat(finding.confirmedBy()).contains("C03");
    }

    @Test
    void cellsWithMoreWorkersThanCoresAreToldOnceWithoutAnotherCell() throws Exception {
        for (int chunk : new int[] {CHUNK, 10 * CHUNK}) {
            MadeCell cell = run.streaming(true, 8, chunk).takes(30, 3.9);
            for (int i = 1; i <= 8; i++) {
                cell.thread("worker-" + i, 14.5, 14, 30);
            }
        }

        List<Finding> findings = run.findings().stream()
                .filter(finding -> finding.rule() == RuleId.P3)
                .toList();

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).cells()).containsExactly("C01", "C02");
        assertThat(findings.get(0).title()).isEqualTo("C01 and C02 have 8 workers on 4 cores");
    }

    @Test
    void moreWorkersThanCoresThatHideWaitsAreHealthy() throws Exception {
        run.streaming(true, 4, CHUNK).takes(30, 3.2);
        run.streaming(true, 8, CHUNK).takes(24, 3.9);

        assertThat(run.alleged()).isEmpty();
    }

    @Test
    void aPartOfACoreIsWorthAWorker() throws Exception {
        MadeRun quota = new MadeRun(1.5);
        quota.streaming(true, 1, CHUNK).takes(30, 0.98);
        quota.streaming(true, 2, CHUNK)
                .takes(20, 1.45)
                .thread("worker-1", 14.5, 5, 20)
                .thread("worker-2", 14.5, 5, 20);

        assertThat(quota.alleged()).isEmpty();
    }

    @Test
    void allCoresBusyWithMoreWorkersThanCoresIsToldWithoutAnotherCell() throws Exception {
        MadeCell cell = run.streaming(true, 8, CHUNK).takes(30, 3.9);
        for (int i = 1; i <= 8; i++) {
            cell.thread("worker-" + i, 14.5, 14, 30);
        }

        assertThat(run.alleged()).containsExactly(RuleId.P3);
        assertThat(run.findings().get(0).confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void aStepOfWorkersThatTakesAsLongBringsNothing() throws Exception {
        run.streaming(true, 2, CHUNK).takes(30, 1.9);
        run.streaming(true, 4, CHUNK).takes(29.8, 2.6);

        Finding finding = run.findings().get(0);

        assertThat(finding.rule()).isEqualTo(RuleId.P4);
        assertThat(finding.confirmedBy()).contains("C01");
        assertThat(finding.fix().toString()).startsWith("max_workers: 2");
    }

    @Test
    void aStepOfWorkersThatHelpsIsHealthy() throws Exception {
        run.streaming(true, 2, CHUNK).takes(30, 1.9);
        run.streaming(true, 4, CHUNK).takes(17, 3.5);

        assertThat(run.alleged()).isEmpty();
    }

    @Test
    void moreWorkOfTheProgramsOwnWithMoreWorkersIsInflation() throws Exception {
        run.streaming(true, 1, CHUNK).takes(60, 1);
        run.streaming(true, 4, CHUNK).takes(24, 3.6);

        assertThat(run.alleged()).containsExactly(RuleId.P5);
        assertThat(run.findings().get(0).measures().get(0).value()).isCloseTo(1.44, within(1e-9));
    }

    @Test
    void moreGarbageCollectionIsNoInflationOfTheWork() throws Exception {
        run.streaming(true, 1, CHUNK)
                .takes(60, 1)
                .thread("aggregate", 58, 0, 60)
                .garbage(2);
        run.streaming(true, 4, CHUNK)
                .takes(24, 3.3)
                .thread("worker-1", 15, 0, 24)
                .thread("worker-2", 15, 0, 24)
                .thread("worker-3", 15, 0, 24)
                .thread("worker-4", 15, 0, 24)
                .garbage(19);

        assertThat(run.alleged()).doesNotContain(RuleId.P5);
    }
}
