// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MemoryChecksTest {

    private static final long GIB = 1L << 30;

    @Test
    void aHeapThatLeavesNoRoomForTheRestOfAJvmIsWarnedOf() {
        assertThat(levels(8 * GIB, 6 * GIB, 1)).containsExactly(Check.Level.OK, Check.Level.OK, Check.Level.OK);
        assertThat(levels(8 * GIB, 7 * GIB, 1).get(0)).isEqualTo(Check.Level.WARNING);
    }

    @Test
    void dataThatDoNotStayBesideAHeapAreWarnedOf() {
        assertThat(levels(8 * GIB, 2 * GIB, 5 * GIB).get(1)).isEqualTo(Check.Level.OK);
        assertThat(levels(8 * GIB, 4 * GIB, 5 * GIB).get(1)).isEqualTo(Check.Level.WARNING);
    }

    @Test
    void usedSwapIsWarnedOfAndUnusedIsNot() {
        assertThat(swap(4 * GIB, 0).level()).isEqualTo(Check.Level.OK);
        assertThat(swap(4 * GIB, GIB).level()).isEqualTo(Check.Level.WARNING);
        assertThat(swap(0, 0).found()).isEqualTo("none");
    }

    @Test
    void withoutAPlanThereIsNothingToSayAboutHeapAndData() {
        MemoryFacts facts = new MemoryFacts(
                GIB,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(MemoryChecks.of(facts)).extracting(Check::name).containsExactly("swap");
    }

    @Test
    void theHeapIsWhatTheLastArgumentSays() {
        assertThat(HeapLimit.of(List.of("-Xmx1g", "-XX:+UseSerialGC", "-Xmx512m"), GIB))
                .isEqualTo(GIB / 2);
        assertThat(HeapLimit.of(List.of("-XX:MaxHeapSize=2048K"), GIB)).isEqualTo(2 << 20);
        assertThat(HeapLimit.of(List.of("-Xmx1000"), GIB)).isEqualTo(1000);
        assertThat(HeapLimit.of(List.of("-XX:MaxRAMPercentage=50.0"), GIB)).isEqualTo(GIB / 2);
        assertThat(HeapLimit.of(List.of("-XX:MaxRAMPercentage=50", "-Xmx8m"), GIB))
                .isEqualTo(8 << 20);
        assertThat(HeapLimit.of(List.of(), GIB)).isEqualTo(GIB / 4);
    }

    private static List<Check.Level> levels(long granted, long heap, long data) {
        MemoryFacts facts = new MemoryFacts(
                granted,
                OptionalLong.of(granted),
                OptionalLong.of(0),
                OptionalLong.of(0),
                Optional.of(heap),
                Optional.of(data));
        return MemoryChecks.of(facts).stream().map(Check::level).toList();
    }

    private static Check swap(long whole, long used) {
        MemoryFacts facts = new MemoryFacts(
                GIB,
                OptionalLong.empty(),
                OptionalLong.of(whole),
                OptionalLong.of(used),
                Optional.empty(),
                Optional.empty());
        return MemoryChecks.of(facts).get(0);
    }
}
