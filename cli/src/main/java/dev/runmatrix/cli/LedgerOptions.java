// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether a run adds to the ledger of projections. */
final class LedgerOptions {

    private static final String ON_A_BUILD_SERVER = "CI";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--ledger",
            description = "Adds to ledger/projections.jsonl at the end; the default, but not where CI is set.")
    private boolean on;

    @Option(names = "--no-ledger", description = "Does not; the reports show the run's projections all the same.")
    private boolean off;

    /** What keeps the ledger at the end of the run. */
    LedgerKeeper keeper(Home home) {
        if (on && off) {
            throw new ParameterException(
                    Optional.ofNullable(command).orElseThrow().commandLine(),
                    "--ledger and --no-ledger contradict each other; leave one away");
        }
        // A clone on a build server is thrown away, and must not look changed meanwhile.
        boolean thrownAway = System.getenv().containsKey(ON_A_BUILD_SERVER);
        return new LedgerKeeper(home, on || (!off && !thrownAway));
    }
}
