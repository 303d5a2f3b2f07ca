// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Screened;
import dev.runmatrix.harness.statistics.SittingSpread;
import java.util.Optional;

/** What a stored run says about one metric of one cell. None of these is a verdict: that takes both builds in one sitting. */
public enum Finding {
    /** It may take more than it did: to be measured again beside the other build. */
    SUSPECT,
    /** It may take less. */
    FASTER,
    /** Even with what sittings differ by, the change lies within the tolerance on both sides. */
    WITHIN,
    /** Nothing suspicious, but a change beyond the tolerance cannot be excluded either. */
    CANNOT_TELL,
    /** It would be suspect, but the same build with the same settings was measured: this is what sittings differ by. */
    NOISE,
    /** One of the two has too few clean forks. */
    TOO_FEW_FORKS;

    static Finding of(Screened screened, boolean sameProgram) {
        return switch (screened.suspicion()) {
            case SLOWER -> sameProgram ? NOISE : SUSPECT;
            case FASTER -> sameProgram ? NOISE : FASTER;
            case NONE -> isWithin(screened) ? WITHIN : CANNOT_TELL;
            case TOO_FEW_FORKS -> TOO_FEW_FORKS;
        };
    }

    /** A stored run hides changes as well as it invents them, so the drift counts here too. */
    private static boolean isWithin(Screened screened) {
        double most = 1 + screened.evidence().tolerance();
        SittingSpread drift = screened.drift();
        Optional<Interval> narrow = screened.evidence().equivalence();
        return narrow.map(interval -> drift.widen(screened.ratio(), interval))
                .filter(interval -> interval.isWithin(1 / most, most))
                .isPresent();
    }
}
