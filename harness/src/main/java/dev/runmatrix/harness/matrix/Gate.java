// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.List;
import java.util.Optional;

/**
 * What a run must keep to pass: the section {@code gate} of a matrix.
 *
 * @param baseline name of the baseline that increases are measured from; absent: none, and such rules are not judged
 * @param rules at least one
 * @param failsOnInconclusive whether a rule that could not be judged fails the run, as with {@code --strict}
 */
public record Gate(Optional<String> baseline, List<GateRule> rules, boolean failsOnInconclusive) {

    public Gate {
        rules = List.copyOf(rules);
    }

    /** The same rules, with increases measured from another baseline. */
    public Gate against(Optional<String> other) {
        return new Gate(other, rules, failsOnInconclusive);
    }
}
