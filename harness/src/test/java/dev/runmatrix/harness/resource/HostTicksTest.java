// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HostTicksTest {

    @Test
    void idleWaitingAndStolenTimeAreNotBusyAndGuestsAreNotCountedTwice() {
        String stat = "cpu  100 10 50 1000 40 3 7 20 60 5\ncpu0 1 1 1 1 1 1 1 1 1 1\n";

        assertThat(HostTicks.parse(stat)).contains(new HostTicks(1700, 200, OptionalLong.of(400), 12_300));
    }

    @Test
    void anotherFirstLineSaysNothing() {
        assertThat(HostTicks.parse("")).isEmpty();
        assertThat(HostTicks.parse("cpu0 1 2 3 4 5 6 7 8\n")).isEmpty();
        assertThat(HostTicks.parse("cpu 1 2 3\n")).isEmpty();
        assertThat(HostTicks.parse("cpu 1 2 3 4 5 6 seven 8\n")).isEmpty();
    }
}
