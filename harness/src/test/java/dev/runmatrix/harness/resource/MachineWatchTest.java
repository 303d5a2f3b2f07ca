// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InterruptedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachineWatchTest {

    @Test
    void aShortLookTellsOfTheWholeMachine() throws InterruptedIOException {
        Machine machine = Machine.open();

        MachineLoad load = MachineWatch.observe(machine, Duration.ofMillis(50));

        assertThat(load.wallNanos()).isGreaterThanOrEqualTo(50_000_000);
        assertThat(load.foreignCores()).isBetween(0.0, machine.logicalCpus() + 1.0);
        assertThat(load.busiestForeignCores()).isGreaterThanOrEqualTo(load.foreignCores());
        assertThat(load.stealFraction().orElse(0.0)).isBetween(0.0, 1.0);
    }
}
