// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorageRuleTest {

    private static final double IDLE = 0.3;

    private final MadeRun run = new MadeRun(4);

    @Test
    void processorsThatIdleWhileAFifthOfTheInputComesFromStorageWaitForIt() throws Exception {
        run.input(1000).inMemory(1).takes(30, 0.3).fromStorage(200, IDLE);

        assertThat(run.alleged()).contains(RuleId.I1);
    }

    /** However fast it came: less than a fifth of a known input made nobody wait. */
    @Test
    void anInputThatCameFromThePageCacheIsNoWaitForStorage() throws Exception {
        run.input(10_000).inMemory(1).takes(30, 0.3).fromStorage(1900, IDLE);

        assertThat(run.alleged()).doesNotContain(RuleId.I1);
    }

    @Test
    void ofAnUnknownInputTheRateDecides() throws Exception {
        run.inMemory(1).takes(30, 0.3).fromStorage(160, IDLE);
        MadeRun slower = new MadeRun(4);
        slower.inMemory(1).takes(30, 0.3).fromStorage(140, IDLE);

        assertThat(run.alleged()).contains(RuleId.I1);
        assertThat(slower.alleged()).doesNotContain(RuleId.I1);
    }

    @Test
    void processorsThatDidNotIdleWaitedForNothing() throws Exception {
        run.input(1000).inMemory(1).takes(30, 0.3).fromStorage(1000, 0.1);

        assertThat(run.alleged()).doesNotContain(RuleId.I1);
    }
}
