// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeapFlagsTest {

    private static final HeapFlags SHIPPED = new HeapFlags(List.of("-XX:+UseSerialGC", "-Xmn8m", "-Xms64m", "-Xmx4g"));

    @Test
    void theGreatestHeapIsReplaced() {
        assertThat(SHIPPED.heapMebibytes()).hasValue(4096L);
        assertThat(SHIPPED.with(100)).containsExactly("-XX:+UseSerialGC", "-Xmn8m", "-Xms64m", "-Xmx100m");
        assertThat(SHIPPED.changed(100)).containsExactly("-Xmx100m");
    }

    @Test
    void anInitialHeapAboveTheGreatestOneIsMadeSmallerWithIt() {
        assertThat(SHIPPED.with(48)).containsExactly("-XX:+UseSerialGC", "-Xmn8m", "-Xms49152k", "-Xmx48m");
    }

    @Test
    void theYoungGenerationIsAThirdAtMost() {
        assertThat(SHIPPED.changed(12)).containsExactly("-Xmn4096k", "-Xms12288k", "-Xmx12m");
    }

    @Test
    void otherSpellingsAreKnown() {
        HeapFlags flags = new HeapFlags(List.of(
                "-XX:MaxHeapSize=2147483648",
                "-XX:InitialHeapSize=1G",
                "-XX:MaxRAMPercentage=50",
                "-XX:NewSize=512000k"));

        assertThat(flags.heapMebibytes()).hasValue(2048L);
        assertThat(flags.with(30)).containsExactly("-XX:InitialHeapSize=30720k", "-XX:NewSize=10240k", "-Xmx30m");
    }

    @Test
    void theLastOfSeveralHeapsCounts() {
        assertThat(new HeapFlags(List.of("-Xmx1g", "-Xmx512m")).heapMebibytes()).hasValue(512L);
        assertThat(new HeapFlags(List.of("-XX:+UseG1GC")).heapMebibytes()).isEmpty();
    }

    @Test
    void optionsThatLimitTheHeapAreKnown() {
        assertThat(HeapFlags.limitHeap("-Dfile.encoding=UTF-8 -Xmx64m")).isTrue();
        assertThat(HeapFlags.limitHeap("-XX:MaxRAMPercentage=25")).isTrue();
        assertThat(HeapFlags.limitHeap("-Xms64m -Dnote=-Xmx64m")).isFalse();
        assertThat(HeapFlags.limitHeap("")).isFalse();
    }
}
