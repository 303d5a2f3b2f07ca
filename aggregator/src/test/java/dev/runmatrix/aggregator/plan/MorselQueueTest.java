// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MorselQueueTest {

    @Test
    void aThreadStaysWithItsFileThenBeginsAnother() {
        MorselQueue queue = new MorselQueue(List.of(List.of(5L, 5L), List.of(5L), List.of(5L)), 10, 1000);
        assertThat(queue.next(-1)).contains(new Morsel(0, 0, 0, 5));
        assertThat(queue.next(-1)).contains(new Morsel(1, 0, 0, 5));
        assertThat(queue.next(0)).contains(new Morsel(0, 1, 0, 5));
        assertThat(queue.next(1)).contains(new Morsel(2, 0, 0, 5));
        assertThat(queue.next(0)).isEmpty();
    }

    @Test
    void aHugeRowGroupIsSharedFromBothEnds() {
        MorselQueue queue = new MorselQueue(List.of(List.of(25L)), 10, 1000);
        assertThat(queue.next(-1)).contains(new Morsel(0, 0, 0, 10));
        assertThat(queue.next(-1)).contains(new Morsel(0, 0, 20, 5));
        assertThat(queue.next(0)).contains(new Morsel(0, 0, 10, 10));
        assertThat(queue.next(0)).isEmpty();
    }

    @Test
    void everyRowIsHandedOutOnceHoweverThreadsTakeTurns() {
        MorselQueue queue = new MorselQueue(List.of(List.of(100L, 3L), List.of(), List.of(41L)), 7, 1000);
        List<Morsel> taken = new ArrayList<>();
        int[] lastFiles = {-1, -1, -1};
        for (int turn = 0; taken.size() == turn; turn++) {
            int thread = turn % lastFiles.length;
            Optional<Morsel> morsel = queue.next(lastFiles[thread]);
            morsel.ifPresent(taken::add);
            lastFiles[thread] = morsel.map(Morsel::file).orElse(-1);
        }
        assertThat(taken.stream().mapToLong(Morsel::rows).sum()).isEqualTo(144);
        assertThat(taken).allMatch(morsel -> morsel.rows() <= 7);
        assertThat(taken.stream().map(morsel -> List.of(morsel.file(), morsel.rowGroup(), morsel.firstRow())))
                .doesNotHaveDuplicates();
    }

    @Test
    void anAbsurdNumberOfRowsCostsNothing() {
        MorselQueue queue = new MorselQueue(List.of(List.of(Long.MAX_VALUE)), 7, 1000);
        assertThat(queue.next(-1)).contains(new Morsel(0, 0, 0, 7));
    }
}
