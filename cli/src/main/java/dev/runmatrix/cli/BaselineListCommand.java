// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.Baseline;
import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.BaselineStore;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code run-matrix baseline list}. */
@Command(
        name = "list",
        description = "Shows the baselines.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./run-matrix baseline list"})
final class BaselineListCommand implements Callable<Integer> {

    private static final int WIDTH = 80;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        Home home = Home.current();
        PrintWriter out = spec.commandLine().getOut();
        try {
            lines(new BaselineStore(home.baselines())).forEach(out::println);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, home.baselines() + ": cannot be read: " + e.getMessage());
        }
        out.flush();
        return ExitCode.OK.status();
    }

    private static List<String> lines(BaselineStore store) throws IOException {
        List<BaselineName> names = store.names();
        if (names.isEmpty()) {
            return List.of("No baseline; './run-matrix baseline save NAME' makes one of the latest run.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(row("NAME", "RUN", "CELLS", "FORKS", "MACHINE"));
        for (BaselineName name : names) {
            lines.add(line(store, name));
        }
        return lines;
    }

    /** One that cannot be read hides none of the others. */
    private static String line(BaselineStore store, BaselineName name) throws IOException {
        try {
            Baseline baseline = BaselineStore.read(store.file(name));
            return row(
                    name.text(),
                    baseline.run().id(),
                    baseline.run().plan().cells().size(),
                    baseline.forks().size(),
                    baseline.run().environment().machineClass());
        } catch (UnreadableRunException e) {
            return name.text() + ": unreadable: " + e.getMessage();
        }
    }

    private static String row(Object... cells) {
        String line = String.format(Locale.ROOT, "%-20s %-24s %5s %6s  %s", cells);
        return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
    }
}
