// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.ProjectionLedger;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.projection.Ledger;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-matrix ledger}. */
@Command(
        name = "ledger",
        description = "Lists the projections that runs wrote down, and what measuring made of them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A run appends to ledger/projections.jsonl what it says of cells that it did not",
            "measure; the first later run that measures such a cell closes it: inside or",
            "outside of its interval, or void where input, build or machine had changed.",
            "",
            "Exit status: 0 listed, 65 the ledger is damaged, 74 it cannot be read.",
            "",
            "Examples:",
            "  ./run-matrix ledger",
            "  ./run-matrix ledger --open",
            "  ./run-matrix ledger --format json"
        })
final class LedgerCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Option(names = "--open", description = "Lists those that nobody has measured yet, and no others.")
    private boolean open;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    private LedgerFormat format = LedgerFormat.TEXT;

    @Override
    public Integer call() throws CommandFailure {
        Ledger ledger = read(Home.current().ledger());
        PrintWriter out = spec.commandLine().getOut();
        if (format == LedgerFormat.JSON) {
            out.print(LedgerJson.of(ledger, open));
        } else {
            LedgerText.of(ledger, open).forEach(out::println);
        }
        out.flush();
        return ExitCode.OK.status();
    }

    private static Ledger read(Path file) throws CommandFailure {
        try {
            return Ledger.of(new ProjectionLedger(file).lines());
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, file + ": cannot be read: " + e.getMessage());
        }
    }
}
