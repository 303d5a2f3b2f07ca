// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/**
 * A verdict and what it rests on.
 *
 * @param verdict what the samples show
 * @param evidence the numbers
 */
public record Judgement(Verdict verdict, Evidence evidence) {

    /** Whether even the near end of the 95 % interval is beyond the tolerance: "clearly slower", "clearly faster". */
    public boolean isClear() {
        double most = 1 + evidence.tolerance();
        return evidence.ratio().interval().filter(i -> isBeyond(i, most)).isPresent();
    }

    private boolean isBeyond(Interval interval, double most) {
        return switch (verdict) {
            case SLOWER -> interval.low() > most;
            case FASTER -> interval.high() < 1 / most;
            case WITHIN, CANNOT_TELL, TOO_FEW_FORKS -> false;
        };
    }
}
