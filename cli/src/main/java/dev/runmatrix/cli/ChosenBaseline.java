// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.BaselineStore;
import java.util.Optional;

/**
 * What a run is compared with, as its user or its gate names it.
 *
 * @param name the name, with the class of the machine in it where it asks for that; absent where nothing was named
 * @param found what is called so; absent where no machine of this class has a baseline yet
 * @param notice what its user should know
 */
record ChosenBaseline(Optional<String> name, Optional<Comparand> found, Optional<String> notice) {

    static final ChosenBaseline NONE = new ChosenBaseline(Optional.empty(), Optional.empty(), Optional.empty());

    static ChosenBaseline onThisMachine(Home home, String name) throws CommandFailure {
        return of(home, name, MachineClass.inName(name));
    }

    /**
     * Finds what is called so.
     *
     * @param name as a user writes it
     * @param resolved with the class of the machine in it
     * @throws CommandFailure if there is none, unless it was asked for by the class of the machine
     */
    static ChosenBaseline of(Home home, String name, String resolved) throws CommandFailure {
        boolean missing = !resolved.equals(name)
                && BaselineName.of(resolved)
                        .filter(valid -> !new BaselineStore(home.baselines()).has(valid))
                        .isPresent();
        if (missing) {
            return new ChosenBaseline(
                    Optional.of(resolved),
                    Optional.empty(),
                    Optional.of("There is no baseline for this class of machines yet: './run-matrix baseline save "
                            + resolved + "' makes one of a good run."));
        }
        Comparand base = new ComparandFinder(home).find(resolved);
        // Forks that do not add up are better told now than after hours of measuring.
        BaselineFitness.of(base.stored());
        return new ChosenBaseline(Optional.of(resolved), Optional.of(base), Optional.empty());
    }
}
