// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run-matrix compare}. */
@Command(
        name = "compare",
        description = "Says where a stored run may be slower than another one.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Two stored runs were measured at different times, and a machine is not the same",
            "from one time to the next: what differs is SUSPECT or FASTER?, never more, and",
            "wants to be measured again with both builds in one sitting.",
            "",
            "Exit status: 0 compared, 1 something is suspect (with --fail-on suspect), 2",
            "wrong arguments, no such run, or not comparable, 65 a file is damaged, 74 a",
            "file cannot be read. With --strict also 3 a cell of B failed, 4 wrote a wrong",
            "output, 5 nothing can be told.",
            "",
            "In 'git bisect run', --bisect makes 1 of a suspect, 0 of none, 125 (try another",
            "commit) of what cannot be judged, and 128 (stop) of an error.",
            "",
            "Examples:",
            "  ./run-matrix compare release-1.4 latest",
            "  ./run-matrix compare 20261122T062500Z-3f1c2ab latest --format md",
            "  ./run-matrix compare release-1.4 latest --fail-on suspect --strict",
            "  git bisect run sh -c './run-matrix -q && ./run-matrix compare good --bisect'"
        })
final class CompareCommand implements Callable<Integer> {

    /** What a comparison may fail on. */
    private enum FailOn {
        SUSPECT
    }

    private static final int BISECT_STOPS = 128;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "What is compared with: a baseline, a file of one, a run, its folder, or 'latest'.")
    private String base = "";

    @Parameters(
            index = "1",
            paramLabel = "B",
            arity = "0..1",
            defaultValue = RunFinder.LATEST,
            description = "What is compared. Default: latest.")
    private String candidate = RunFinder.LATEST;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, md or json. Default: text.")
    private CompareFormat format = CompareFormat.TEXT;

    @Option(
            names = "--advisory",
            description = "Compares runs that are not comparable, too, and names what differs first.")
    private boolean advisory;

    @Option(names = "--fail-on", paramLabel = "WHAT", description = "suspect: exit status 1 where there is one.")
    private Optional<FailOn> failOn = Optional.empty();

    @Option(names = "--strict", description = "No status 0 for what failed, or where nothing can be told.")
    private boolean strict;

    @Option(names = "--bisect", description = "Exit status for 'git bisect run'; implies the two before it.")
    private boolean bisect;

    @Override
    public Integer call() throws CommandFailure {
        if (!bisect) {
            return compare();
        }
        try {
            return ComparisonStatus.forBisect(compare());
        } catch (CommandFailure e) {
            spec.commandLine().getErr().println("run-matrix: " + e.getMessage());
            return BISECT_STOPS;
        }
    }

    private int compare() throws CommandFailure {
        ComparandFinder finder = new ComparandFinder(Home.current());
        Comparand second = finder.find(MachineClass.inName(candidate));
        Comparand first = finder.find(MachineClass.inName(base, second.stored()));
        Compared compared = Compared.of(first, second, advisory);
        PrintWriter out = spec.commandLine().getOut();
        if (compared.isRefused() && format != CompareFormat.JSON) {
            PrintWriter err = spec.commandLine().getErr();
            ComparisonWords.of(compared).refusal().forEach(err::println);
            err.flush();
        } else {
            lines(compared, Paint.of(out)).forEach(out::println);
            out.flush();
        }
        return ComparisonStatus.of(compared, bisect || failOn.isPresent(), bisect || strict);
    }

    private List<String> lines(Compared compared, Paint paint) {
        return switch (format) {
            case TEXT -> new ComparisonText(compared).lines(paint);
            case MD -> new ComparisonMarkdown(compared).lines();
            case JSON -> List.of(ComparisonJson.of(compared));
        };
    }
}
