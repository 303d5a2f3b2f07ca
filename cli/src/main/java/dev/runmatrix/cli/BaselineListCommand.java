// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.Baseline;
import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.BaselineStore;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-matrix baseline list}. */
@Command(
        name = "list",
        description = "Shows the baselines.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  ./run-matrix baseline list", "  ./run-matrix baseline list --format json"})
final class BaselineListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private ResultsFormat format = ResultsFormat.TABLE;

    @Override
    public Integer call() throws CommandFailure {
        Home home = Home.current();
        PrintWriter out = spec.commandLine().getOut();
        try {
            BaselineStore store = new BaselineStore(home.baselines());
            if (format == ResultsFormat.JSON) {
                out.println(ListingJson.of(store));
            } else {
                lines(store, Paint.of(out)).forEach(out::println);
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, home.baselines() + ": cannot be read: " + e.getMessage());
        }
        out.flush();
        return ExitCode.OK.status();
    }

    private static List<String> lines(BaselineStore store, Paint paint) throws IOException {
        List<BaselineName> names = store.names();
        if (names.isEmpty()) {
            return List.of("No baseline; './run-matrix baseline save NAME' makes one of the latest run.");
        }
        TextTable table = new TextTable(
                Column.left("NAME"),
                Column.left("RUN"),
                Column.right("CELLS"),
                Column.right("FORKS"),
                Column.flexible("MACHINE"));
        for (BaselineName name : names) {
            add(store, name, table);
        }
        return table.lines(paint);
    }

    /** One that cannot be read hides none of the others. */
    private static void add(BaselineStore store, BaselineName name, TextTable table) throws IOException {
        try {
            Baseline baseline = BaselineStore.read(store.file(name));
            table.row(
                    name.text(),
                    baseline.run().id(),
                    String.valueOf(baseline.run().plan().cells().size()),
                    String.valueOf(baseline.forks().size()),
                    baseline.run().environment().machineClass());
        } catch (UnreadableRunException e) {
            table.remark("", name.text() + ": unreadable: " + e.getMessage());
        }
    }
}
