// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.PlanEstimate;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code run-matrix plan}. */
@Command(name = "plan", description = "Shows the cells of a matrix without measuring.", mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private MatrixOptions options = new MatrixOptions();

    @Override
    public Integer call() throws CommandFailure {
        Home home = Home.current();
        Map<String, KnownDataset> datasets = KnownDataset.byName();
        PlannedMatrix matrix = options.plan(home, datasets.keySet(), ShippedFlags.ofAggregate());
        ForkTimes times = new ForkTimes(datasets, Runtime.getRuntime().availableProcessors(), Map.of());
        PlanEstimate estimate = PlanEstimate.of(matrix.plan(), matrix.spec().protocol(), times);
        PrintWriter out = command.commandLine().getOut();
        out.print(PlanText.of(matrix, estimate, basis(matrix, times, home)));
        out.flush();
        return ExitCode.OK.status();
    }

    private static List<String> basis(PlannedMatrix matrix, ForkTimes times, Home home) {
        String model = "Time: assumes " + Amounts.duration(ForkTimes.START) + " to start a fork and "
                + ForkTimes.ROWS_PER_CORE_SECOND / 1_000_000 + " million rows a second on each working core of "
                + times.cores() + "; reports and making data come on top.";
        return List.of(model, disk(matrix, times.datasets(), home));
    }

    private static String disk(PlannedMatrix matrix, Map<String, KnownDataset> known, Home home) {
        Set<String> needed = matrix.plan().cells().stream()
                .flatMap(c -> c.cell().get(Axis.DATASET.key()).stream())
                .collect(Collectors.toSet());
        String parts = known.values().stream()
                .filter(dataset -> needed.contains(dataset.name()))
                .map(dataset -> dataset.name() + (isMade(dataset, home) ? " is there" : ", " + size(dataset)))
                .collect(Collectors.joining("; "));
        return "Disk: " + parts + ".";
    }

    private static boolean isMade(KnownDataset dataset, Home home) {
        return Files.isDirectory(home.datasets().resolve(dataset.name()));
    }

    private static String size(KnownDataset dataset) {
        return "about " + Amounts.bytes(dataset.estimatedBytes());
    }
}
