// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.ResourceSample;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience =
            new Patience(Protocol.fixed(1, 0, Duration.ofSeconds(100), Duration.ofSeconds(10), Duration.ofMillis(100)));

    @Test
    void aForkThatKeepsWorkingMayGoOnUntilTheTimeout() {
        for (int second = 0; second <= 100; second++) {
            assertThat(at(second, second * 200L)).isEmpty();
        }
        assertThat(at(101, 20_200)).contains(Ending.TIMEOUT);
    }

    @Test
    void aForkThatUsesNoCpuIsStalled() {
        assertThat(at(1, 500)).isEmpty();
        assertThat(at(11, 500)).isEmpty();
        assertThat(at(12, 500)).contains(Ending.STALL);
    }

    @Test
    void theLittleThatAnIdleJvmUsesIsNoProgress() {
        assertThat(at(1, 500)).isEmpty();
        assertThat(at(6, 510)).isEmpty();
        assertThat(at(12, 520)).contains(Ending.STALL);
    }

    private Optional<Ending> at(int second, long cpuMillis) {
        return patience.exhaustedBy(new ResourceSample(second * 1000L, cpuMillis, 1, 1, 0, 0, 0, OptionalLong.empty()));
    }
}
