// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeapRoomTest {

    private static final long BUDGET = 4_000_000_000L;
    private static final long GRANTED = 16_000_000_000L;

    private final HeapRoom room = new HeapRoom(Optional.of(BUDGET), GRANTED);

    private String caveat(long heapBytes) {
        return room.caveat(heapBytes).replace('\u00a0', ' ');
    }

    @Test
    void aHeapWithinTheBudgetNeedsNoWarning() {
        assertThat(caveat(BUDGET)).isEmpty();
        assertThat(new HeapRoom(Optional.empty(), GRANTED).caveat(BUDGET + 1)).isEmpty();
    }

    @Test
    void aHeapBeyondTheBudgetIsSaidToBe() {
        assertThat(caveat(BUDGET + 1)).contains("passes the memory budget of 4 GB");
    }

    @Test
    void aHeapThatTheMachineDoesNotHaveIsSaidToNeedAnother() {
        assertThat(caveat(GRANTED)).contains("not less than the 16 GB granted here");
    }
}
