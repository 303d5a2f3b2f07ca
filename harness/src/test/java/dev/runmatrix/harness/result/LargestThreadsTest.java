// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LargestThreadsTest {

    @Test
    void littleOnesAreAddedUpByTheirRole() {
        List<ThreadTimes> few = LargestThreads.of(List.of(
                thread("a", ThreadRole.WORK, 10, 20, 999_999),
                thread("b", ThreadRole.WORK, 5, 30, 1),
                thread("c", ThreadRole.COMPILER, 1, 2, 0),
                thread("d", ThreadRole.WORK, 1, 2, 1_000_000)));

        assertThat(few)
                .containsExactly(
                        thread("d", ThreadRole.WORK, 1, 2, 1_000_000),
                        new ThreadTimes("work", ThreadRole.WORK, 2, 5, 30, 1_000_000, Optional.of(6L)),
                        thread("c", ThreadRole.COMPILER, 1, 2, 0));
    }

    @Test
    void manyLargeOnesAreFewAndNothingOfThemIsLost() {
        List<ThreadRole> roles = List.copyOf(EnumSet.allOf(ThreadRole.class));
        List<ThreadTimes> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(thread("t" + i, roles.get(i % roles.size()), 0, 1, (i + 1) * 1_000_000L));
        }
        List<ThreadTimes> few = LargestThreads.of(all);

        assertThat(few).hasSize(ThreadTimes.MOST);
        assertThat(few.get(0).name()).isEqualTo("t99");
        assertThat(few.stream().mapToLong(ThreadTimes::cpuNanos).sum()).isEqualTo(5_050_000_000L);
        assertThat(few.stream().mapToInt(ThreadTimes::count).sum()).isEqualTo(100);
    }

    @Test
    void aWaitThatOneDoesNotKnowIsNotKnownOfAll() {
        ThreadTimes unknown = new ThreadTimes("x", ThreadRole.WORK, 1, 0, 1, 5, Optional.empty());

        assertThat(LargestThreads.of(List.of(unknown, thread("y", ThreadRole.WORK, 0, 1, 5))))
                .singleElement()
                .matches(both -> both.runQueueNanos().isEmpty() && both.cpuNanos() == 10);
    }

    private static ThreadTimes thread(String name, ThreadRole role, long first, long last, long cpuNanos) {
        return new ThreadTimes(name, role, 1, first, last, cpuNanos, Optional.of(3L));
    }
}
