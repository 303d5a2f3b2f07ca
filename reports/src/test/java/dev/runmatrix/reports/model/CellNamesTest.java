// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CellNamesTest {

    private final CellNames names = new CellNames(Set.of("C01", "C02"));

    private List<String> mentioned(String sentence) {
        return names.pieces(sentence).stream()
                .filter(CellNames.Piece::isCell)
                .map(CellNames.Piece::text)
                .toList();
    }

    @Test
    void cellsAreFoundBesidePunctuation() {
        assertThat(mentioned("C02, against C01: (C02÷C01) “C01”, C02’s"))
                .containsExactly("C02", "C01", "C02", "C01", "C01", "C02");
    }

    @Test
    void aPartOfALongerWordIsNoMention() {
        assertThat(mentioned("C011, XC01, C01-1, C01_x, logs/C01-2.err, c01 and C03"))
                .isEmpty();
    }

    @Test
    void thePiecesTogetherAreTheSentence() {
        for (String sentence : List.of("", "C01", "no cell", "C01C02 C01 C02", " <b>C01</b>\n C02 ")) {
            assertThat(names.pieces(sentence).stream()
                            .map(CellNames.Piece::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(sentence);
        }
    }
}
