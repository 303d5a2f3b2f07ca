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

/** The end of {@code run}: a table, what was not made and why, and the reports. */
final class RunConclusion {

    private final ReportOptions reports;
    private final PrintWriter out;

    RunConclusion(ReportOptions reports, PrintWriter out) {
        this.reports = reports;
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
        out.println();
        report(stored).forEach(out::println);
        out.flush();
        return stored.run().exitCode().orElse(ExitCode.INTERNAL.status());
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
