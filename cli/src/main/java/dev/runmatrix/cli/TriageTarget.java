// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.live.LiveWatch;
import dev.runmatrix.harness.live.ProcessSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The process that {@code triage} is about. */
final class TriageTarget {

    static final Path PROC = Path.of("/proc");

    private static final int MOST_LISTED = 20;

    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    /** One of the two. */
    static final class Choice {
        @Option(names = "--pid", paramLabel = "N", description = "The process to look at.")
        private Optional<Long> pid = Optional.empty();

        @Option(
                names = "--name",
                paramLabel = "TEXT",
                description = "The process whose command line holds this text. Several are listed, and none looked at.")
        private Optional<String> name = Optional.empty();
    }

    /** Finds it. */
    LiveWatch find(boolean descendants) throws CommandFailure {
        if (!Files.isReadable(PROC.resolve("self/stat"))) {
            throw usage("triage reads /proc, and this system has none");
        }
        long pid = choice.pid.isPresent() ? choice.pid.get() : named(choice.name.orElse(""));
        return LiveWatch.of(PROC, pid, descendants)
                .orElseThrow(() -> usage("--pid " + pid + ": there is no such process (any more); --name finds one by"
                        + " its command line"));
    }

    private static long named(String text) throws CommandFailure {
        if (text.isBlank()) {
            throw usage("--name: give a part of the command line");
        }
        List<ProcessSearch.Found> found =
                new ProcessSearch(PROC, ProcessHandle.current().pid()).byCommand(text);
        if (found.isEmpty()) {
            throw usage("--name '" + text + "': no process has that in its command line");
        }
        if (found.size() > 1) {
            throw usage(list(text, found));
        }
        return found.get(0).pid();
    }

    private static String list(String text, List<ProcessSearch.Found> found) {
        TextTable table = new TextTable(
                Column.right("pid").atLeast(8),
                Column.right("age").atLeast(8),
                Column.right("cores"),
                Column.flexible("command"));
        found.stream().limit(MOST_LISTED).forEach(each -> table.row(row(each)));
        String more = found.size() > MOST_LISTED ? "\n… and " + (found.size() - MOST_LISTED) + " more" : "";
        return "--name '" + text + "': " + found.size()
                + " processes have that in their command line; choose one with --pid\n"
                + String.join("\n", table.lines()) + more;
    }

    private static List<String> row(ProcessSearch.Found each) {
        return List.of(
                String.valueOf(each.pid()),
                Amounts.duration(each.age()),
                String.format(Locale.ROOT, "%.2f", each.cpuCores()),
                each.command());
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }
}
