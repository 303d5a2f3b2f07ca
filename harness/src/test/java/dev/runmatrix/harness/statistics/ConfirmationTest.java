// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfirmationTest {

    /** Six and six, of which five pairs are the other way round: p = P(U ≤ 5) = 19/924 = 0.0206. */
    private static final double[] JUST_SLOWER = {1.30, 1.31, 1.32, 1.33, 1.34, 1.005};

    private static final double[] BASE = {1.00, 1.01, 1.02, 1.03, 1.04, 1.05};

    private final Judge judge = new Judge();

    @Test
    void aloneACellKeepsItsVerdict() {
        Judgement alone = judge.judge(JUST_SLOWER, BASE, 0.05);
        Confirmed confirmed = first(Confirmation.of(Map.of("a", alone)));

        assertThat(alone.verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(alone.evidence().pSlower()).isCloseTo(19 / 924.0, within(1e-12));
        assertThat(confirmed.verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(confirmed.isTakenBack()).isFalse();
        assertThat(confirmed.adjustedP()).isEqualTo(alone.evidence().pSlower());
    }

    /** Three cells make it 3 · 0.0206 = 0.062. */
    @Test
    void amongManyItIsChance() {
        Judgement same = judge.judge(BASE, BASE, 0.05);
        Map<String, Judgement> cells = ordered(judge.judge(JUST_SLOWER, BASE, 0.05), same, same);

        Confirmed confirmed = first(Confirmation.of(cells));

        assertThat(confirmed.adjustedP()).isCloseTo(3 * 19 / 924.0, within(1e-12));
        assertThat(confirmed.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(confirmed.isTakenBack()).isTrue();
    }

    @Test
    void acceleratedCellsAreAFamilyOfTheirOwn() {
        Judgement same = judge.judge(BASE, BASE, 0.05);
        Map<String, Confirmed> confirmed = Confirmation.of(ordered(
                judge.judge(Noise.times(BASE, 0.8), BASE, 0.05),
                judge.judge(Noise.times(BASE, 1.2), BASE, 0.05),
                same));

        assertThat(confirmed.values().stream().map(Confirmed::verdict)).startsWith(Verdict.FASTER, Verdict.SLOWER);
        assertThat(confirmed.keySet()).containsExactly("0", "1", "2");
    }

    @Test
    void cellsWithTooFewForksTakeNothingFromTheOthers() {
        double[] five = {1, 1.1, 1.2, 1.3, 1.4};
        Judgement few = judge.judge(five, five, 0.05);
        Map<String, Confirmed> confirmed =
                Confirmation.of(ordered(few, judge.judge(JUST_SLOWER, BASE, 0.05), few, few));

        assertThat(confirmed.values().stream().map(Confirmed::verdict))
                .isEqualTo(
                        List.of(Verdict.TOO_FEW_FORKS, Verdict.SLOWER, Verdict.TOO_FEW_FORKS, Verdict.TOO_FEW_FORKS));
        assertThat(Confirmation.of(Map.of())).isEmpty();
    }

    /** At the level of releases 19/924 is not enough, although the 95 % interval leaves 1. */
    @Test
    void aReleaseAsksForMoreCertainty() {
        Judgement release = Judge.ofReleases().judge(JUST_SLOWER, BASE, 0.05);

        assertThat(release.evidence().ratio().interval().orElseThrow().low()).isGreaterThan(1);
        assertThat(release.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(Judge.ofReleases().judge(BASE, JUST_SLOWER, 0.05).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(judge.judge(BASE, JUST_SLOWER, 0.05).verdict()).isEqualTo(Verdict.FASTER);
        assertThat(release.evidence().level()).isEqualTo(Judge.RELEASE_LEVEL);
    }

    @Test
    void aReleaseCanBeShownLess() {
        double[] wild = {1, 1.1, 1.2, 1.3, 1.4, 1.5};

        assertThat(smallestChange(Judge.ofReleases(), wild)).isGreaterThan(smallestChange(judge, wild));
    }

    private static double smallestChange(Judge judge, double[] forks) {
        return judge.judge(forks, forks, 0.05)
                .evidence()
                .sensitivity()
                .smallestChange()
                .orElseThrow();
    }

    private static Confirmed first(Map<String, Confirmed> cells) {
        return cells.values().iterator().next();
    }

    private static Map<String, Judgement> ordered(Judgement... judgements) {
        Map<String, Judgement> cells = new LinkedHashMap<>();
        for (Judgement judgement : judgements) {
            cells.put(String.valueOf(cells.size()), judgement);
        }
        return cells;
    }
}
