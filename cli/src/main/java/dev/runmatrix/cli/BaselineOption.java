// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run is to be compared with when it has ended. */
final class BaselineOption {

    @Option(
            names = "--baseline",
            paramLabel = "NAME|RUN|FILE",
            description = "Compares the run at its end with a baseline or another stored run.")
    private @Nullable String name;

    /** To be called before any work is done, as 'latest' is another run after it. */
    Optional<Comparand> find(Home home) throws CommandFailure {
        if (name == null) {
            return Optional.empty();
        }
        Comparand base = new ComparandFinder(home).find(name);
        // Forks that do not add up are better told now than after hours of measuring.
        BaselineFitness.of(base.stored());
        return Optional.of(base);
    }
}
