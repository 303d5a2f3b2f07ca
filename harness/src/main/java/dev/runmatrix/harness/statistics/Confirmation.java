// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The verdicts on several cells of which fresh forks of both builds were measured in one sitting. All cells of one rule belong
 * into one call: they are the family within which a false alarm is to stay rare.
 */
public final class Confirmation {

    /** The chance of any false alarm in a family. */
    public static final double LEVEL = 0.05;

    private Confirmation() {}

    /**
     * Confirms what the cells show, each direction a family of its own.
     *
     * @param judgements one for each cell
     * @return the same cells in the same order
     * @param <K> what names a cell
     */
    public static <K> Map<K, Confirmed> of(Map<K, Judgement> judgements) {
        List<Evidence> family = judgements.values().stream()
                .filter(j -> j.verdict() != Verdict.TOO_FEW_FORKS)
                .map(Judgement::evidence)
                .toList();
        double[] slower = adjusted(family, Evidence::pSlower);
        double[] faster = adjusted(family, Evidence::pFaster);
        Map<K, Confirmed> confirmed = new LinkedHashMap<>();
        int place = 0;
        for (Map.Entry<K, Judgement> cell : judgements.entrySet()) {
            Judgement judgement = cell.getValue();
            boolean counted = judgement.verdict() != Verdict.TOO_FEW_FORKS;
            double p = counted ? Math.min(slower[place], faster[place]) : 1;
            confirmed.put(cell.getKey(), new Confirmed(verdict(judgement.verdict(), p), judgement, p));
            place += counted ? 1 : 0;
        }
        return confirmed;
    }

    private static Verdict verdict(Verdict alone, double adjustedP) {
        boolean changed = alone == Verdict.SLOWER || alone == Verdict.FASTER;
        return changed && adjustedP > LEVEL ? Verdict.CANNOT_TELL : alone;
    }

    private static double[] adjusted(Collection<Evidence> family, ToDoubleFunction<Evidence> p) {
        return Holm.adjusted(family.stream().mapToDouble(p).toArray());
    }
}
