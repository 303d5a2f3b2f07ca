// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import dev.runmatrix.harness.result.ProjectionLedger;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.result.WholeFile;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Timelines;
import dev.runmatrix.reports.model.ReportModel;
import dev.runmatrix.reports.model.RunVerdicts;
import dev.runmatrix.reports.projection.Ledger;
import dev.runmatrix.reports.render.ReportRenderer;
import dev.runmatrix.reports.render.UnusableTemplateException;
import dev.runmatrix.reports.summary.Conclusion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the reports of a stored run: {@code report.html}, {@code report.md} and {@code summary.md}. */
public final class Reports {

    /** The file for a build or a pull request. */
    public static final String SUMMARY = "summary.md";

    private Reports() {}

    /**
     * Renders a run. The same run gives the same bytes.
     *
     * @param run the judged run; its samples are read from its directory
     * @param verdicts what is known of it beyond itself
     * @param directory where the reports go; made if missing
     * @param templates folder whose files replace packed templates of the same name
     * @param conclusion what the summary begins with; absent where nothing was to be judged
     * @return the files written
     * @throws UnreadableRunException if samples or projections beside it are damaged
     * @throws UnusableTemplateException if a template is wrong; nothing is written then
     */
    public static List<Path> write(
            RunAnalysis run,
            RunVerdicts verdicts,
            Optional<Conclusion> conclusion,
            Path directory,
            Optional<Path> templates)
            throws IOException, UnreadableRunException, UnusableTemplateException {
        Map<String, String> files = render(
                run,
                verdicts,
                conclusion,
                templates,
                isSame(directory, run.stored().directory()));
        Files.createDirectories(directory);
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = directory.resolve(file.getKey());
            WholeFile.write(target, file.getValue().getBytes(StandardCharsets.UTF_8));
            written.add(target);
        }
        return written;
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** File name to content, without writing, as it lies beside the run. */
    static Map<String, String> render(StoredRun run, Optional<Path> templates)
            throws IOException, UnreadableRunException, UnusableTemplateException {
        return render(RunAnalysis.of(run), RunVerdicts.NONE, Optional.empty(), templates, true);
    }

    /** File name to content, without writing. */
    static Map<String, String> render(
            RunAnalysis run,
            RunVerdicts verdicts,
            Optional<Conclusion> conclusion,
            Optional<Path> templates,
            boolean besideRun)
            throws IOException, UnreadableRunException, UnusableTemplateException {
        Path folder = run.stored().directory();
        Timelines timelines = Timelines.read(run);
        Ledger ledger = Ledger.ofCopy(new ProjectionLedger(folder.resolve(ProjectionLedger.FILE)).lines());
        return new ReportRenderer(templates)
                .render(ReportModel.of(run, timelines, verdicts, ledger, besideRun), conclusion);
    }
}
