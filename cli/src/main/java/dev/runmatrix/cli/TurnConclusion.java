// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.comparison.BuildComparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a run of two builds that took turns: what they show, what was not made and why, and the reports. */
final class TurnConclusion {

    private final ReportOptions reports;
    private final CompareFormat format;
    private final boolean strict;
    private final PrintWriter out;

    TurnConclusion(ReportOptions reports, CompareFormat format, boolean strict, PrintWriter out) {
        this.reports = reports;
        this.format = format;
        this.strict = strict;
        this.out = out;
    }

    /** Tells of a run that has ended, and returns its exit status. */
    int of(StoredRun stored) throws CommandFailure {
        BuildComparison comparison = told(stored);
        CiFiles.of(concluded(stored, comparison))
                .tell(BuildServer.here(format == CompareFormat.TEXT ? Optional.of(out) : Optional.empty()));
        return status(comparison, strict);
    }

    private Concluded concluded(StoredRun stored, BuildComparison comparison) throws CommandFailure {
        Path folder = reports.folder(stored.directory());
        return Concluded.of(RunConclusion.analysis(stored), folder, Optional.empty(), Optional.of(comparison));
    }

    /** The exit status of a run, by how it ended and what it shows. */
    static int status(BuildComparison comparison, boolean strict) {
        int measured = comparison.run().exitCode().orElse(ExitCode.INTERNAL.status());
        return ExitCode.worse(measured, TurnStatus.of(comparison, strict));
    }

    /** Tells its reader, and no build server, of a run that has ended, and returns what it shows. */
    BuildComparison told(StoredRun stored) throws CommandFailure {
        BuildComparison comparison = judged(stored);
        lines(comparison).forEach(out::println);
        List<Path> written = files(stored, comparison);
        if (format == CompareFormat.TEXT) {
            new NotMade(stored.run())
                    .waysOn().stream()
                            .flatMap(sentence -> TextTable.wrap(sentence, TextTable.WIDTH).stream())
                            .forEach(out::println);
            out.println();
            written.forEach(out::println);
        }
        out.flush();
        return comparison;
    }

    /** What the builds of a run show. */
    static BuildComparison judged(StoredRun stored) throws CommandFailure {
        try {
            return BuildComparison.of(stored);
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.INTERNAL, String.valueOf(e.getMessage()));
        }
    }

    private List<String> lines(BuildComparison comparison) {
        return switch (format) {
            case TEXT -> new TurnText(comparison).lines(Paint.of(out));
            case MD -> new TurnMarkdown(comparison).lines();
            case JSON -> List.of(TurnJson.of(comparison));
        };
    }

    private List<Path> files(StoredRun stored, BuildComparison comparison) throws CommandFailure {
        Concluded concluded = concluded(stored, comparison);
        Path folder = concluded.folder();
        CiFiles ci = CiFiles.of(concluded);
        List<Path> written = new ArrayList<>(RunConclusion.report(concluded, ci.summary(), reports));
        try {
            written.add(ConclusionFile.BUILDS.write(folder, TurnJson.of(comparison)));
            written.addAll(ci.write());
            return written;
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.IO,
                    folder + ": cannot be written: " + e.getMessage()
                            + "; the run is stored, and './run-matrix --resume "
                            + stored.run().id() + "' ends with the same words");
        }
    }
}
