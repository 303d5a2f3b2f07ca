// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.Baseline;
import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.BaselineStore;
import dev.runmatrix.harness.result.StoredRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run-matrix baseline save}. */
@Command(
        name = "save",
        description = "Keeps a run, with all of its forks, under a name.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A run that is incomplete or wrote a wrong output is refused, and so is a name",
            "that is taken, unless --force is given. The program is kept along, in the folder",
            "builds, if it is what the run measured.",
            "",
            "Examples:",
            "  ./run-matrix baseline save release-1.4",
            "  ./run-matrix baseline save 'main-{machine}' latest",
            "  ./run-matrix baseline save main 20261122T062500Z-3f1c2ab --force"
        })
final class BaselineSaveCommand implements Callable<Integer> {

    @Mixin
    private BaselineArgument baseline = new BaselineArgument();

    @Parameters(
            index = "1",
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = RunFinder.LATEST,
            description = "Folder of a run, its id, a unique beginning of the id, or 'latest' (the default).")
    private String run = RunFinder.LATEST;

    @Option(names = "--force", description = "Saves it all the same, and replaces a baseline of this name.")
    private boolean force;

    @Option(names = "--no-build", description = "Does not keep the program along.")
    private boolean noBuild;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        Home home = Home.current();
        StoredRun stored =
                ComparandFinder.run(new RunFinder(home.results()).find(run)).stored();
        BaselineName name = baseline.nameFor(stored);
        BaselineStore store = new BaselineStore(home.baselines());
        BaselineFitness fitness = BaselineFitness.of(stored);
        if (!force) {
            require(store, name, fitness);
        }
        try {
            Path file = store.write(Baseline.of(name, stored, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
            PrintWriter out = spec.commandLine().getOut();
            TextTable.wrap(file + ": " + fitness.words() + ", " + Amounts.bytes(Files.size(file)), TextTable.WIDTH)
                    .forEach(out::println);
            fitness.objections().forEach(objection -> out.println("Saved all the same: " + objection));
            if (!noBuild) {
                TextTable.wrap(BaselineBuild.of(home).keep(stored.run()), TextTable.WIDTH)
                        .forEach(out::println);
            }
            out.flush();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, store.file(name) + ": cannot be written: " + e.getMessage());
        }
        return ExitCode.OK.status();
    }

    private static void require(BaselineStore store, BaselineName name, BaselineFitness fitness) throws CommandFailure {
        List<String> objections = new ArrayList<>(fitness.objections());
        if (store.has(name)) {
            objections.add(store.file(name) + " exists");
        }
        if (!objections.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, String.join("; ", objections) + "; nothing saved, --force saves it all the same");
        }
    }
}
