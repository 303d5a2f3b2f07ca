// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.cli.selftest.Program;
import dev.runmatrix.cli.selftest.Scenario;
import dev.runmatrix.cli.selftest.ScenarioResult;
import dev.runmatrix.cli.selftest.ScenarioResult.Outcome;
import dev.runmatrix.cli.selftest.Scenarios;
import dev.runmatrix.cli.selftest.Selftest;
import dev.runmatrix.harness.Interruption;
import dev.runmatrix.harness.MachineBusyException;
import dev.runmatrix.harness.MachineLock;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run-matrix selftest}. */
@Command(
        name = "selftest",
        description = "Shows on this machine that the harness tells what it should: it measures toys whose truth is"
                + " known, breaks them, fills its disk and ends itself, and looks at every verdict, stored fact and"
                + " exit status. It measures in a folder of its own, and leaves results and baselines alone.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit status: 0 all is well, whatever could not be shown here; 1 something is",
            "not as it should be; 2 wrong arguments, 74 a file cannot be written, 75 another",
            "run is measuring, 130 or 143 interrupted.",
            "",
            "Examples:",
            "  ./run-matrix selftest",
            "  ./run-matrix selftest --quick",
            "  ./run-matrix selftest --list",
            "  ./run-matrix selftest --only kill --only hang --keep"
        })
final class SelftestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "Plays this scenario; may be given several times. See --list.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--list", description = "Lists the scenarios with their usual time, quick ones with q, and ends.")
    private boolean list;

    @Option(names = "--quick", description = "Plays the quick scenarios: faults and a kill, no judging of times.")
    private boolean quick;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    private SelftestFormat format = SelftestFormat.TEXT;

    @Option(names = "--keep", description = "Keeps the folders of all scenarios, not just of those that failed.")
    private boolean keep;

    @Override
    public Integer call() throws CommandFailure {
        List<Scenario> chosen = chosen(Scenarios.all());
        PrintWriter out = command.commandLine().getOut();
        if (list) {
            SelftestText.list(chosen, Paint.of(out)).forEach(out::println);
            out.flush();
            return ExitCode.OK.status();
        }
        try (Interruption interruption = Interruption.watch()) {
            int status = alone(chosen, interruption);
            return interruption.status() != 0 ? interruption.status() : status;
        } catch (MachineBusyException e) {
            throw new CommandFailure(ExitCode.LOCKED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.IO,
                    "the test could not be played: " + e + "; make room in, or allow writing to, "
                            + System.getProperty("java.io.tmpdir"));
        }
    }

    /** While no harness measures, which the toys would disturb. */
    private int alone(List<Scenario> scenarios, Interruption interruption) throws IOException, MachineBusyException {
        MachineLock lock = MachineLock.acquire(MachineLock.sharedFolder());
        try {
            return play(scenarios, interruption);
        } finally {
            lock.close();
        }
    }

    private int play(List<Scenario> scenarios, Interruption interruption) throws IOException {
        Path folder = Files.createTempDirectory("run-matrix-selftest-");
        Selftest test = new Selftest(program(), folder, keep);
        interruption.stopWith(status -> test.stop());
        PrintWriter out = command.commandLine().getOut();
        boolean text = format == SelftestFormat.TEXT;
        SelftestWatch watch = new SelftestWatch(out, screen(), Terminal.watchesStandardError(), text, scenarios.size());
        List<ScenarioResult> results = test.play(scenarios, watch);
        watch.clear();
        if (text) {
            SelftestText.summary(results, scenarios.size()).forEach(out::println);
        } else {
            out.println(SelftestJson.of(results, scenarios.size()));
        }
        out.flush();
        removeIfEmpty(folder);
        boolean failed = results.stream().anyMatch(result -> result.outcome() == Outcome.FAILED);
        return (failed ? ExitCode.REGRESSION : ExitCode.OK).status();
    }

    private static Program program() {
        return new Program(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                ShippedFlags.of(Main.class),
                classPath(),
                ChildMain.class.getName());
    }

    /** Valid in any working directory. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // The folder of a scenario is kept.
            return;
        }
    }

    private List<Scenario> chosen(List<Scenario> all) {
        List<String> names = all.stream().map(Scenario::name).toList();
        List<String> unknown =
                only.stream().filter(name -> !names.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--only: no scenario is called "
                            + unknown.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "))
                            + "; there are " + String.join(", ", names));
        }
        return all.stream()
                .filter(scenario -> only.isEmpty() || only.contains(scenario.name()))
                .filter(scenario -> !quick || scenario.quick())
                .toList();
    }

    /** A terminal obeys the line that is drawn again and again, which standard error of other commands only shows. */
    private PrintWriter screen() {
        return Terminal.watchesStandardError()
                ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                : command.commandLine().getErr();
    }
}
