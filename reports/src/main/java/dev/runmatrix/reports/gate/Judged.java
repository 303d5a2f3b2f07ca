// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import dev.runmatrix.harness.statistics.Interval;
import java.util.Optional;

/**
 * What one rule comes to in one cell before anybody's acceptance is looked at.
 *
 * @param outcome never {@link GateOutcome#ACCEPTED}
 * @param value what was measured, in the unit of the limit; absent where nothing was
 * @param interval its interval; absent where there are too few forks
 * @param reason what was seen and what follows, a clause that continues "C02 (mode=streaming): "
 */
record Judged(GateOutcome outcome, Optional<Double> value, Optional<Interval> interval, String reason) {

    static Judged notMeasured(String reason) {
        return new Judged(GateOutcome.NOT_MEASURED, Optional.empty(), Optional.empty(), reason);
    }
}
