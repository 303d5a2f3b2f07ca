// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.words.Legible;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static final int WIDTH = 80;

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
            table(list).forEach(out::println);
        }
        out.flush();
        return ExitCode.OK.status();
    }

    private static List<String> table(StoredRunList list) {
        if (list.runs().isEmpty() && list.unreadable().isEmpty()) {
            return List.of("No stored run; ./run-matrix makes one.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(row("RUN", "END", "EXIT", "CELLS", "FORKS", "FAILED", "MATRIX"));
        for (RunSummary run : list.runs()) {
            lines.add(row(
                    run.id(),
                    run.ending(),
                    run.exitCode().map(String::valueOf).orElse("–"),
                    String.valueOf(run.cells()),
                    String.valueOf(run.attempts()),
                    String.valueOf(run.failed()),
                    run.profile().map(profile -> profile + ": ").orElse("") + run.title()));
        }
        list.unreadable().forEach(lines::add);
        return lines;
    }

    private static String row(Object... cells) {
        String line = Legible.line(String.format(Locale.ROOT, "%-24s %-11s %4s %5s %6s %6s  %s", cells))
                .stripTrailing();
        return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
    }
}
