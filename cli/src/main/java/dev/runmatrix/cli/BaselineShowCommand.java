// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.Baseline;
import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.BaselineStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-matrix baseline show}. */
@Command(
        name = "show",
        description = "Shows a baseline: where it comes from, and its cells.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./run-matrix baseline show release-1.4",
            "  ./run-matrix baseline show release-1.4 --format json"
        })
final class BaselineShowCommand implements Callable<Integer> {

    private static final int WIDTH = TextTable.WIDTH;

    @Mixin
    private BaselineArgument baseline = new BaselineArgument();

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private ResultsFormat format = ResultsFormat.TABLE;

    @Override
    public Integer call() throws CommandFailure {
        BaselineName name = baseline.name();
        Path file = KnownBaseline.file(new BaselineStore(Home.current().baselines()), name);
        PrintWriter out = spec.commandLine().getOut();
        try {
            Baseline read = BaselineStore.read(file);
            if (format == ResultsFormat.JSON) {
                out.print(DocumentJson.of(
                        read, file, BaselineBuild.of(Home.current()).isKept(read.run())));
            } else {
                lines(read, file, Paint.of(out)).forEach(out::println);
            }
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, file + ": cannot be read: " + e.getMessage());
        }
        out.flush();
        return ExitCode.OK.status();
    }

    private static List<String> lines(Baseline baseline, Path file, Paint paint)
            throws CommandFailure, UnreadableRunException, IOException {
        StoredRun stored = baseline.stored(file);
        BaselineFitness fitness = BaselineFitness.of(stored);
        List<String> lines = new ArrayList<>();
        lines.addAll(TextTable.wrap("Baseline " + baseline.name() + ", saved " + baseline.savedAt(), WIDTH));
        lines.addAll(TextTable.wrap(fitness.words(), WIDTH));
        lines.addAll(TextTable.wrap(BaselineBuild.of(Home.current()).state(baseline.run()), WIDTH));
        fitness.objections().forEach(objection -> lines.addAll(TextTable.wrap("Mind: " + objection, WIDTH)));
        lines.add("");
        lines.addAll(new RunTable(RunAnalysis.of(stored)).lines(paint));
        return lines;
    }
}
