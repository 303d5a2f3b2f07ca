// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcStatTest {

    @Test
    void aNameMayHoldSpacesAndParentheses() {
        ProcStat stat = ProcStat.parse(FakeProc.stat(42, "a) R (b c", 'D', 7, 1234, 100))
                .orElseThrow();

        assertThat(stat.name()).isEqualTo("a) R (b c");
        assertThat(stat.state()).isEqualTo('D');
        assertThat(stat.parent()).isEqualTo(7);
        assertThat(stat.cpuTicks()).isEqualTo(105);
        assertThat(stat.childTicks()).isEqualTo(13);
        assertThat(stat.majorFaults()).isEqualTo(7);
        assertThat(stat.startTicks()).isEqualTo(1234);
        assertThat(stat.ioDelayTicks()).isEqualTo(9);
    }

    @Test
    void anythingElseIsNoStat() {
        assertThat(ProcStat.parse("")).isEmpty();
        assertThat(ProcStat.parse("42 (x) S 1")).isEmpty();
        assertThat(ProcStat.parse("no parentheses")).isEmpty();
    }
}
