// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.matrix.Limits;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.MatrixSpecReader;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.gate.GateReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-matrix gate}. */
@Command(
        name = "gate",
        description = "Judges a stored run by the rules of a gate, without measuring.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The rules are those of the matrix that was measured, or of --file; claims are",
            "always those of the matrix that was measured. What is",
            "accepted stands in accepted.yaml beside the matrix file.",
            "",
            "Exit status: 0 no rule is broken, 1 some rule is, 2 wrong arguments, no such",
            "run or no gate, 3 a cell of the run failed, 4 it wrote a wrong output, 65 a file",
            "is damaged, 74 a file cannot be read. With --strict, or on_inconclusive: fail in",
            "the gate, also 5 some rule could not be judged.",
            "",
            "Examples:",
            "  ./run-matrix gate latest --baseline release-1.4",
            "  ./run-matrix gate latest --file run-matrix.yaml --profile release --strict",
            "  ./run-matrix gate 20261122T062500Z-3f1c2ab --ab latest --format md"
        })
final class GateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Mixin
    private RunArgument run = new RunArgument();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "A matrix whose gate is judged, instead of that of the run.")
    private @Nullable Path file;

    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of that matrix.")
    private @Nullable String profile;

    @Option(
            names = "--ab",
            paramLabel = "RUN",
            description = "A run of 'ab' that measured the baseline's build and this one in one sitting.")
    private @Nullable String confirming;

    @Option(names = "--strict", description = "Exit status 5 where a rule could not be judged.")
    private boolean strict;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, md or json. Default: text.")
    private CompareFormat format = CompareFormat.TEXT;

    @Override
    public Integer call() throws CommandFailure {
        Home home = Home.current();
        Path directory = run.directory();
        Comparand candidate = ComparandFinder.run(directory);
        StoredRun stored = candidate.stored();
        Gate gate = gate(home, stored);
        ClaimConclusion claims = new ClaimConclusion(true, strict || gate.failsOnInconclusive());
        ChosenBaseline base = base(home, gate, stored);
        GateConclusion conclusion =
                GateConclusion.of(gate.against(base.name()), AcceptedFile.beside(folder(home)), strict);
        Concluded concluded = claims.over(conclusion.over(Concluded.of(
                JudgedAgain.analysis(stored), directory, compared(base, candidate), builds(home, stored))));
        base.notice().ifPresent(notice -> say(notice));
        PrintWriter out = spec.commandLine().getOut();
        lines(conclusion, claims, concluded).forEach(out::println);
        out.flush();
        int judged = ExitCode.worse(conclusion.status(concluded), claims.status(concluded));
        return ExitCode.worse(stored.run().exitCode().orElse(ExitCode.OK.status()), judged);
    }

    private void say(String notice) {
        PrintWriter err = spec.commandLine().getErr();
        TextTable.wrap(notice, TextTable.WIDTH).forEach(err::println);
        err.flush();
    }

    private static Optional<Compared> compared(ChosenBaseline base, Comparand candidate) throws CommandFailure {
        return base.found().isEmpty()
                ? Optional.empty()
                : Optional.of(Compared.of(base.found().get(), candidate, false));
    }

    private ChosenBaseline base(Home home, Gate gate, StoredRun stored) throws CommandFailure {
        Optional<String> name = baseline.name().or(gate::baseline);
        return name.isEmpty()
                ? ChosenBaseline.NONE
                : ChosenBaseline.of(home, name.get(), MachineClass.inName(name.get(), stored));
    }

    private Optional<BuildComparison> builds(Home home, StoredRun stored) throws CommandFailure {
        if (confirming == null) {
            return stored.run().builds().isEmpty() ? Optional.empty() : Optional.of(TurnConclusion.judged(stored));
        }
        StoredRun turns = ComparandFinder.run(new RunFinder(home.results()).find(confirming))
                .stored();
        if (turns.run().builds().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--ab: run " + turns.run().id()
                            + " measured one program, and not two in turns; './run-matrix ab' makes such a run");
        }
        return Optional.of(TurnConclusion.judged(turns));
    }

    private Path folder(Home home) {
        return Optional.ofNullable(file)
                .flatMap(given -> Optional.ofNullable(given.toAbsolutePath().getParent()))
                .orElse(home.root());
    }

    private Gate gate(Home home, StoredRun stored) throws CommandFailure {
        if (file == null && profile == null) {
            return stored.run()
                    .spec()
                    .gate()
                    .or(() -> claimsAlone(stored))
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.USAGE,
                            "run " + stored.run().id()
                                    + " was measured without a gate; name a matrix that has one with --file,"
                                    + " and its --profile"));
        }
        Path matrix = file == null ? home.matrixFile() : file;
        MatrixSpec read = read(home, matrix);
        return read.gate()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        matrix
                                + read.profile()
                                        .map(name -> " with profile " + name)
                                        .orElse("")
                                + " has no gate; write one, such as 'gate: {rules: [{metric: wall, max: 30s}]}'"));
    }

    private MatrixSpec read(Home home, Path matrix) throws CommandFailure {
        try {
            return new MatrixSpecReader(
                            KnownDataset.byName(home).keySet(),
                            ShippedFlags.ofAggregate(),
                            ShippedEngine.of(home),
                            Limits.DEFAULT)
                    .read(matrix, Optional.ofNullable(profile))
                    .spec();
        } catch (ConfigException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, matrix + ": cannot be read: " + e.getMessage());
        }
    }

    /** A matrix may have no rules, and claims that must hold. */
    private static Optional<Gate> claimsAlone(StoredRun stored) {
        boolean gate = stored.run().spec().claims().stream().anyMatch(Claim::gate);
        return gate ? Optional.of(new Gate(Optional.empty(), List.of(), false)) : Optional.empty();
    }

    private List<String> lines(GateConclusion conclusion, ClaimConclusion claims, Concluded concluded) {
        Paint paint = Paint.of(spec.commandLine().getOut());
        GateReport report = concluded.gate().orElseThrow();
        List<String> lines = new ArrayList<>();
        if (format == CompareFormat.JSON) {
            return List.of(ClaimJson.beside(conclusion.json(concluded), claims.json(concluded)));
        }
        boolean markdown = format == CompareFormat.MD;
        if (!report.results().isEmpty() || !report.notices().isEmpty()) {
            lines.addAll(markdown ? GateMarkdown.lines(report) : GateText.lines(report, paint));
        }
        lines.addAll(markdown ? ClaimMarkdown.lines(concluded) : claims.lines(concluded, paint));
        return lines;
    }
}
