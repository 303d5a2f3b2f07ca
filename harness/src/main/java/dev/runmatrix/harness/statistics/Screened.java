// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Optional;

/**
 * A comparison with another sitting. It is cheap and wide meshed: what it suspects is to be measured again beside the
 * baseline's own build, and until then it is no verdict.
 *
 * @param suspicion whether to measure again
 * @param evidence the numbers, as if both had been one sitting
 * @param widened the 95 % interval with the drift between sittings in it; absent where the samples are too small
 * @param drift the drift that was allowed for
 */
public record Screened(Suspicion suspicion, Evidence evidence, Optional<Interval> widened, SittingSpread drift) {

    /** The least forks of both samples: a suspicion asks for less than a verdict does. */
    public static final int LEAST_FORKS = 5;

    private static final double LEVEL = 0.10;

    static Screened of(Evidence evidence, SittingSpread drift) {
        Ratio ratio = evidence.ratio();
        return new Screened(
                suspicion(evidence), evidence, ratio.interval().map(i -> drift.widen(ratio.estimate(), i)), drift);
    }

    private static Suspicion suspicion(Evidence evidence) {
        return suspicion(evidence, evidence.tolerance());
    }

    /** What to suspect where another change than the metric's is tolerated, 0.05 for 5 %. */
    public Suspicion suspicion(double tolerance) {
        return suspicion(evidence, tolerance);
    }

    private static Suspicion suspicion(Evidence evidence, double tolerance) {
        double least = 1 + tolerance / 2;
        double ratio = evidence.estimate();
        if (evidence.forks() < LEAST_FORKS) {
            return Suspicion.TOO_FEW_FORKS;
        }
        if (evidence.pSlower() < LEVEL && ratio >= least) {
            return Suspicion.SLOWER;
        }
        return evidence.pFaster() < LEVEL && ratio <= 1 / least ? Suspicion.FASTER : Suspicion.NONE;
    }

    /** Whether there were enough forks to suspect or to clear. */
    public boolean isScreened() {
        return suspicion != Suspicion.TOO_FEW_FORKS;
    }

    /** Candidate ÷ base: the Hodges–Lehmann estimate. */
    public double ratio() {
        return evidence.estimate();
    }

    /** Whether the difference exceeds both the tolerance and what sittings differ by: a suspicion worth a warning. */
    public boolean exceedsDrift() {
        double most = 1 + evidence.tolerance();
        boolean slower = ratio() >= most && widened.filter(i -> i.low() > 1).isPresent();
        boolean faster =
                ratio() <= 1 / most && widened.filter(i -> i.high() < 1).isPresent();
        return slower || faster;
    }
}
