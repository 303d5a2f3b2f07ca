// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.PlanEstimate;
import dev.runmatrix.harness.matrix.ResolvedMatrix;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-matrix plan}. */
@Command(
        name = "plan",
        description = "Shows the cells of a matrix without measuring.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit status: 0 the matrix can be measured, 2 wrong arguments or matrix,",
            "74 a file cannot be read.",
            "",
            "Examples:",
            "  ./run-matrix plan",
            "  ./run-matrix plan --profile smoke --skip max_workers=1",
            "  ./run-matrix plan --file my.yaml --format yaml"
        })
final class PlanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private MatrixOptions options = new MatrixOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, yaml (a matrix file again, with everything resolved) or json. Default: table.")
    private PlanFormat format = PlanFormat.TABLE;

    @Override
    public Integer call() throws CommandFailure {
        Home home = Home.current();
        Map<String, KnownDataset> datasets = KnownDataset.byName(home);
        PlannedMatrix matrix = options.plan(home, datasets.keySet(), ShippedFlags.ofAggregate());
        PrintWriter out = command.commandLine().getOut();
        out.print(text(home, matrix, datasets, format, Paint.of(out)));
        out.flush();
        return ExitCode.OK.status();
    }

    /** A plan as this command shows it. */
    static String text(
            Home home, PlannedMatrix matrix, Map<String, KnownDataset> datasets, PlanFormat format, Paint paint)
            throws CommandFailure {
        ForkTimes times = new ForkTimes(datasets, Runtime.getRuntime().availableProcessors(), earlier(home.results()));
        PlanEstimate estimate = PlanEstimate.of(matrix.plan(), matrix.spec().protocol(), times);
        return switch (format) {
            case TABLE ->
                PlanText.of(matrix, estimate, List.of(times.basis(matrix.plan()), disk(matrix, datasets)), paint);
            case YAML -> ResolvedMatrix.yaml(matrix.file(), matrix.plan(), matrix.seed());
            case JSON -> PlanJson.of(matrix, estimate);
        };
    }

    private static Map<String, Duration> earlier(Path results) throws CommandFailure {
        try {
            return EarlierRun.forkTimes(results);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, results + ": cannot be read: " + e.getMessage());
        }
    }

    private static String disk(PlannedMatrix matrix, Map<String, KnownDataset> known) {
        Set<String> needed = matrix.plan().cells().stream()
                .flatMap(c -> c.cell().get(Axis.DATASET.key()).stream())
                .collect(Collectors.toSet());
        String parts = known.values().stream()
                .filter(dataset -> needed.contains(dataset.name()))
                .map(dataset -> dataset.name() + (dataset.made() ? " is there" : ", " + size(dataset)))
                .collect(Collectors.joining("; "));
        return "Disk: " + (parts.isEmpty() ? "no datasets" : parts) + ".";
    }

    private static String size(KnownDataset dataset) {
        return "about " + Amounts.bytes(dataset.bytes());
    }
}
