// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShiftGroupTest {

    @Test
    void cellsThatChangedAroundTheSameNightAreOneMessage() {
        Map<String, List<Shift>> byCell = new LinkedHashMap<>();
        byCell.put("a", List.of(shift(11), shift(30)));
        byCell.put("b", List.of(shift(10)));
        byCell.put("c", List.of(shift(12)));
        byCell.put("d", List.of(shift(13)));
        byCell.put("e", List.of());

        List<ShiftGroup<String>> groups = ShiftGroup.of(byCell);

        assertThat(groups).extracting(ShiftGroup::firstNight).containsExactly(10L, 13L, 30L);
        assertThat(groups).extracting(ShiftGroup::lastNight).containsExactly(12L, 13L, 30L);
        assertThat(groups.get(0).shifts().keySet()).containsExactly("b", "a", "c");
        assertThat(groups.get(2).shifts()).containsEntry("a", shift(30));
    }

    @Test
    void withoutChangesThereIsNoMessage() {
        assertThat(ShiftGroup.of(Map.of("a", List.of()))).isEmpty();
    }

    @Test
    void noChangeIsLostWhereACellChangedTwice() {
        assertThat(ShiftGroup.of(Map.of("a", List.of(shift(10), shift(11))))).hasSize(2);
    }

    private static Shift shift(long night) {
        return new Shift(night, 10, 11, 20, 5, 0.0001);
    }
}
