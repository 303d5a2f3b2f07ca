// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessStatTest {

    private static final String LINE =
            " S 7 20 20 0 -1 4194304 11 12 13 14 15 16 17 18 20 0 19 0 2100 9999 22 18446744073709551615 1";

    @Test
    void countersAreTakenFromTheirFields() {
        ProcessStat stat = ProcessStat.parse("20 (java)" + LINE).orElseThrow();

        assertThat(stat).isEqualTo(new ProcessStat("java", 'S', 7, 11, 12, 13, 14, 310, 350, 19, 2100, 22));
        assertThat(stat.isDead()).isFalse();
    }

    @Test
    void aNameMayHoldSpacesAndParentheses() {
        ProcessStat stat = ProcessStat.parse("20 (a) S (b 1)" + LINE).orElseThrow();

        assertThat(stat.name()).isEqualTo("a) S (b 1");
        assertThat(stat.threads()).isEqualTo(19);
    }

    @Test
    void aZombieIsDead() {
        assertThat(ProcessStat.parse("20 (x)" + LINE.replaceFirst("S", "Z"))
                        .orElseThrow()
                        .isDead())
                .isTrue();
    }

    @Test
    void anythingElseIsNoCounters() {
        assertThat(ProcessStat.parse("")).isEmpty();
        assertThat(ProcessStat.parse("20 (java) S 1 2 3")).isEmpty();
        assertThat(ProcessStat.parse(") 20 (java" + LINE)).isEmpty();
        assertThat(ProcessStat.parse("20 (java)" + LINE.replaceFirst("11", "eleven")))
                .isEmpty();
    }
}
