// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.StoredDataset;
import dev.runmatrix.datasets.Verification;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run-matrix dataset verify}. */
@Command(
        name = "verify",
        description = "Compares size, SHA-256 and rows of every file with the manifest.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit status 65 if a file is damaged.",
            "",
            "Example:",
            "  ./run-matrix dataset verify production-small"
        })
final class DatasetVerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "Names of datasets on this machine.")
    private List<String> names = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        DatasetStore store = new DatasetStore(Home.current().datasets());
        List<String> problems = new ArrayList<>();
        List<String> waysOut = new ArrayList<>();
        for (String name : names) {
            Verification verification = verify(store, name);
            problems.addAll(verification.problems());
            if (!verification.isSound()) {
                waysOut.add(wayOut(store, name));
            }
            if (verification.isSound()) {
                PrintWriter out = spec.commandLine().getOut();
                out.printf(
                        "%s: sound, %d files, %s%n",
                        name, verification.files(), DatasetListCommand.size(verification.bytes()));
                out.flush();
            }
        }
        if (!problems.isEmpty()) {
            throw new CommandFailure(ExitCode.DATA, String.join("\n  ", problems) + "\n" + String.join("\n", waysOut));
        }
        return ExitCode.OK.status();
    }

    private static String wayOut(DatasetStore store, String name) throws CommandFailure {
        try {
            return store.find(name).map(StoredDataset::wayOut).orElse("");
        } catch (DatasetException e) {
            throw DatasetCommand.failure(e, name);
        }
    }

    private static Verification verify(DatasetStore store, String name) throws CommandFailure {
        try (ProgressBar bar = ProgressBar.onStandardError(name, "bytes")) {
            Optional<String> address = store.find(name).flatMap(StoredDataset::address);
            if (address.isEmpty()) {
                return store.verify(name, bar::update);
            }
            try (ObjectPlace place = ObjectPlace.connect(address.get())) {
                return store.verify(name, Optional.of(place), bar::update);
            }
        } catch (DatasetException e) {
            throw DatasetCommand.failure(e, name);
        }
    }
}
