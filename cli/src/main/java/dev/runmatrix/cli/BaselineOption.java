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
            description =
                    "Compares the run at its end with a baseline or another stored run, instead of the baseline that the"
                            + " gate names. {machine} in a name stands for the class of the machine.")
    private @Nullable String name;

    /**
     * What was given; absent where nothing was. To be called before any work is done, as 'latest' is another run after it.
     *
     * @throws CommandFailure if there is no such baseline or run
     */
    Optional<ChosenBaseline> find(Home home) throws CommandFailure {
        return name == null ? Optional.empty() : Optional.of(ChosenBaseline.onThisMachine(home, name));
    }

    /** The name as given. */
    Optional<String> name() {
        return Optional.ofNullable(name);
    }
}
