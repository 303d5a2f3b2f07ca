// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.ClaimLimit.Unit;
import dev.runmatrix.harness.statistics.Interval;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Verdicts at the ends of an interval: a limit that an end touches is kept, one that lies inside is open. */
class ClaimCaseTest {

    private static final ClaimLimit BETWEEN =
            new ClaimLimit(Unit.TIMES, Optional.of(1.0), Optional.of(4.0), Optional.empty());

    private static ClaimOutcome outcome(double low, double value, double high) {
        return ClaimCase.of(BETWEEN, value, new Interval(low, high, 0.95), "f", List.of())
                .outcome();
    }

    @Test
    void anIntervalThatTouchesItsLimitsKeepsThem() {
        assertThat(outcome(1.0, 2.0, 4.0)).isEqualTo(ClaimOutcome.PASS);
    }

    @Test
    void anEndBeyondALimitLeavesTheClaimOpenOnWhicheverSideTheValueIs() {
        assertThat(outcome(2.0, 3.9, 4.001)).isEqualTo(ClaimOutcome.CANNOT_TELL);
        assertThat(outcome(3.9, 4.2, 4.5)).isEqualTo(ClaimOutcome.CANNOT_TELL);
        assertThat(outcome(0.999, 1.5, 2.0)).isEqualTo(ClaimOutcome.CANNOT_TELL);
        assertThat(outcome(0.8, 0.9, 1.1)).isEqualTo(ClaimOutcome.CANNOT_TELL);
    }

    @Test
    void anIntervalThatTouchesALimitFromBeyondDoesNotBreakIt() {
        assertThat(outcome(4.0, 4.2, 4.5)).isEqualTo(ClaimOutcome.CANNOT_TELL);
        assertThat(outcome(0.8, 0.9, 1.0)).isEqualTo(ClaimOutcome.CANNOT_TELL);
    }

    @Test
    void anIntervalThatIsWhollyBeyondALimitBreaksIt() {
        assertThat(outcome(4.001, 4.2, 4.5)).isEqualTo(ClaimOutcome.FAIL);
        assertThat(outcome(0.8, 0.9, 0.999)).isEqualTo(ClaimOutcome.FAIL);
    }
}
