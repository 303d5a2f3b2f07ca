// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-matrix results list}. */
@Command(
        name = "list",
        description = "Shows the stored runs, newest first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Incomplete: some cells did not get all their forks; --resume makes them.",
            "",
            "Examples:",
            "  ./run-matrix results list",
            "  ./run-matrix results list --format json"
        })
final class ResultsListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private ResultsFormat format = ResultsFormat.TABLE;

    @Override
    public Integer call() throws CommandFailure {
        Path results = Home.current().results();
        StoredRunList list;
        try {
            list = StoredRunList.of(results);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, results + ": cannot be read: " + e.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (format == ResultsFormat.JSON) {
            out.print(ResultsJson.of(list));
        } else {
            table(list, Paint.of(out)).forEach(out::println);
        }
        out.flush();
        return ExitCode.OK.status();
    }

    private static List<String> table(StoredRunList list, Paint paint) {
        if (list.runs().isEmpty() && list.unreadable().isEmpty()) {
            return List.of("No stored run; ./run-matrix makes one.");
        }
        TextTable table = new TextTable(
                        Column.left("RUN"),
                        Column.state("END"),
                        Column.right("EXIT"),
                        Column.right("CELLS"),
                        Column.right("FORKS"),
                        Column.right("FAILED"),
                        Column.flexible("MATRIX"))
                .spaced(0, 1);
        for (RunSummary run : list.runs()) {
            table.row(
                    run.id(),
                    run.ending(),
                    run.exitCode().map(String::valueOf).orElse("–"),
                    String.valueOf(run.cells()),
                    String.valueOf(run.attempts()),
                    String.valueOf(run.failed()),
                    run.profile().map(profile -> profile + ": ").orElse("") + run.title());
        }
        List<String> lines = new ArrayList<>(list.runs().isEmpty() ? List.of() : table.lines(paint));
        list.unreadable().forEach(why -> lines.addAll(TextTable.wrap(why, TextTable.WIDTH)));
        return lines;
    }
}
