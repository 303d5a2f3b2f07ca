// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlowdownTest {

    @Test
    void moreCpuIsMoreWork() {
        assertThat(Slowdown.of(Verdict.SLOWER, Verdict.SLOWER, false)).isEqualTo(Slowdown.MORE_WORK);
        assertThat(Slowdown.of(Verdict.SLOWER, Verdict.SLOWER, true)).isEqualTo(Slowdown.MORE_WORK);
    }

    @Test
    void theSameCpuIsWaitingUnlessTheMachineWasDisturbed() {
        assertThat(Slowdown.of(Verdict.SLOWER, Verdict.WITHIN, false)).isEqualTo(Slowdown.LESS_PARALLEL);
        assertThat(Slowdown.of(Verdict.SLOWER, Verdict.FASTER, false)).isEqualTo(Slowdown.LESS_PARALLEL);
        assertThat(Slowdown.of(Verdict.SLOWER, Verdict.WITHIN, true)).isEqualTo(Slowdown.MACHINE);
    }

    @Test
    void ofWhatCannotBeToldNothingIsSaid() {
        assertThat(Slowdown.of(Verdict.SLOWER, Verdict.CANNOT_TELL, false)).isEqualTo(Slowdown.UNKNOWN);
        assertThat(Slowdown.of(Verdict.SLOWER, Verdict.TOO_FEW_FORKS, true)).isEqualTo(Slowdown.MACHINE);
    }

    @Test
    void withoutALongerWallThereIsNoSlowdown() {
        assertThat(Slowdown.of(Verdict.WITHIN, Verdict.SLOWER, false)).isEqualTo(Slowdown.NONE);
        assertThat(Slowdown.of(Verdict.CANNOT_TELL, Verdict.SLOWER, false)).isEqualTo(Slowdown.NONE);
    }
}
