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
    private static final int WIDTH = 80;

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
        StringBuilder list = new StringBuilder("--name '" + text + "': " + found.size()
                + " processes have that in their command line; choose one with --pid\n");
        list.append(String.format(Locale.ROOT, "%8s  %8s  %5s  %s", "pid", "age", "cores", "command"));
        found.stream().limit(MOST_LISTED).forEach(each -> list.append('\n').append(line(each)));
        if (found.size() > MOST_LISTED) {
            list.append("\n… and ").append(found.size() - MOST_LISTED).append(" more");
        }
        return list.toString();
    }

    private static String line(ProcessSearch.Found each) {
        String line = String.format(
                Locale.ROOT,
                "%8d  %8s  %5.2f  %s",
                each.pid(),
                Amounts.duration(each.age()),
                each.cpuCores(),
                each.command());
        return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }
}
