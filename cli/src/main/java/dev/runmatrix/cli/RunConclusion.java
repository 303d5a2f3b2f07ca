// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.Reports;
import dev.runmatrix.reports.render.UnusableTemplateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The end of {@code run}: a table, what was not made and why, a comparison where one was asked for, and the reports. */
final class RunConclusion {

    private final ReportOptions reports;
    private final Optional<Comparand> baseline;
    private final PrintWriter out;

    RunConclusion(ReportOptions reports, Optional<Comparand> baseline, PrintWriter out) {
        this.reports = reports;
        this.baseline = baseline;
        this.out = out;
    }

    /** Tells of a run that has ended, and returns its exit status. */
    int of(Path directory) throws IOException, CommandFailure {
        StoredRun stored = read(directory);
        table(stored).forEach(out::println);
        new NotMade(stored.run())
                .waysOn().stream()
                        .flatMap(sentence -> TextTable.wrap(sentence, 80).stream())
                        .forEach(out::println);
        Optional<BaselineComparison> comparison = compare(stored);
        out.println();
        report(stored).forEach(out::println);
        if (comparison.isPresent()) {
            out.println(comparison.get().write(reports.folder(stored.directory())));
        }
        out.flush();
        return stored.run().exitCode().orElse(ExitCode.INTERNAL.status());
    }

    private Optional<BaselineComparison> compare(StoredRun stored) throws CommandFailure {
        if (baseline.isEmpty()) {
            return Optional.empty();
        }
        BaselineComparison comparison = BaselineComparison.of(baseline.get(), stored);
        out.println();
        comparison.lines().forEach(out::println);
        return Optional.of(comparison);
    }

    private static List<String> table(StoredRun stored) throws CommandFailure {
        try {
            return RunTable.of(stored).lines();
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.INTERNAL, String.valueOf(e.getMessage()));
        }
    }

    private static StoredRun read(Path directory) throws IOException, CommandFailure {
        try {
            return RunStore.read(directory);
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.INTERNAL, String.valueOf(e.getMessage()));
        }
    }

    private List<Path> report(StoredRun stored) throws CommandFailure {
        Path folder = reports.folder(stored.directory());
        try {
            return Reports.write(stored, folder, reports.templates());
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.INTERNAL, String.valueOf(e.getMessage()));
        } catch (UnusableTemplateException e) {
            throw new CommandFailure(ExitCode.USAGE, e.getMessage() + "; the run is stored, see './run-matrix report'");
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.IO,
                    folder + ": the reports could not be written: " + e.getMessage()
                            + "; the run is stored, see './run-matrix report'");
        }
    }
}
