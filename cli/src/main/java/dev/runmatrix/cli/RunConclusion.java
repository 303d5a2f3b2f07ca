// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.Reports;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.diagnosis.Diagnosis;
import dev.runmatrix.reports.model.Explanation;
import dev.runmatrix.reports.render.UnusableTemplateException;
import dev.runmatrix.reports.summary.Conclusion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The end of {@code run}: a table, what was not made and why, a comparison where one was asked for, and the reports. */
final class RunConclusion {

    private final ReportOptions reports;
    private final Optional<Comparand> baseline;
    private final PrintWriter out;
    private final GateConclusion gate;
    private final ClaimConclusion claims;
    private final BuildServer server;
    private final Optional<PrintWriter> documents;
    private Keeping keeping = run -> {};

    /** What else is to be done with a run that has ended, before its reports. */
    private interface Keeping {
        void keep(RunAnalysis run);
    }

    /** The end of a run that fails with its claims. */
    RunConclusion(
            ReportOptions reports,
            Optional<Comparand> baseline,
            PrintWriter out,
            GateConclusion gate,
            RunFormat format) {
        this(reports, baseline, out, gate, ClaimConclusion.GATING, format);
    }

    RunConclusion(
            ReportOptions reports,
            Optional<Comparand> baseline,
            PrintWriter out,
            GateConclusion gate,
            ClaimConclusion claims,
            RunFormat format) {
        this.reports = reports;
        this.baseline = baseline;
        this.gate = gate;
        this.claims = claims;
        boolean forPrograms = format == RunFormat.JSON;
        this.out = forPrograms ? new PrintWriter(Writer.nullWriter()) : out;
        this.server = BuildServer.here(forPrograms ? Optional.empty() : Optional.of(out));
        this.documents = forPrograms ? Optional.of(out) : Optional.empty();
    }

    /** Lets a ledger know of the run, and tells there what kept it from that. */
    RunConclusion keeping(LedgerKeeper keeper, PrintWriter err) {
        keeping = run -> keeper.keep(run).ifPresent(err::println);
        return this;
    }

    /** Tells of a run that has ended, and returns its exit status. */
    int of(Path directory) throws CommandFailure {
        return of(directory, Optional.empty());
    }

    /** The same, with a way to have measured again what the comparison suspects. */
    int of(Path directory, Optional<SuspectConfirmation> confirmation) throws CommandFailure {
        Paint paint = Paint.of(out);
        StoredRun stored = read(directory);
        if (stored.run().builds().isPresent()) {
            return turns().of(stored);
        }
        RunAnalysis analysis = analysis(stored);
        keeping.keep(analysis);
        new RunTable(analysis).lines(paint).forEach(out::println);
        new NotMade(stored.run())
                .waysOn().stream()
                        .flatMap(sentence -> TextTable.wrap(sentence, TextTable.WIDTH).stream())
                        .forEach(out::println);
        Concluded concluded = claims.over(gate.over(conclude(analysis, confirmation)));
        gate.lines(concluded, paint).forEach(out::println);
        findings(analysis, paint).forEach(out::println);
        claims.lines(concluded, paint).forEach(out::println);
        CiFiles ci = CiFiles.of(concluded);
        out.println();
        report(concluded, ci.summary(), reports).forEach(out::println);
        files(concluded, ci).forEach(out::println);
        int measured = ExitCode.worse(stored.run().exitCode().orElse(ExitCode.INTERNAL.status()), confirmed(concluded));
        int judged = ExitCode.worse(gate.status(concluded), claims.status(concluded));
        int status = ExitCode.worse(measured, judged);
        tell(concluded, ci, status);
        return status;
    }

    /** The first findings, behind an empty line; nothing where nothing is alleged. */
    private static List<String> findings(RunAnalysis run, Paint paint) {
        List<String> lines = new ArrayList<>(FindingsText.first(Explanation.of(run), paint));
        if (!lines.isEmpty()) {
            lines.add(0, "");
        }
        return lines;
    }

    /** A run that has just ended, judged. */
    static RunAnalysis analysis(StoredRun stored) throws CommandFailure {
        try {
            return RunAnalysis.of(stored);
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.INTERNAL, String.valueOf(e.getMessage()));
        }
    }

    private TurnConclusion turns() {
        return documents.isPresent()
                ? new TurnConclusion(reports, CompareFormat.JSON, false, documents.get())
                : new TurnConclusion(reports, CompareFormat.TEXT, false, out);
    }

    /** What measuring the suspects again means for the exit status; where there is a gate, it is for the gate to fail. */
    private static int confirmed(Concluded concluded) {
        Optional<BuildComparison> builds = concluded.builds();
        if (builds.isEmpty()) {
            return ExitCode.OK.status();
        }
        return concluded.gate().isPresent()
                ? builds.get().run().exitCode().orElse(ExitCode.INTERNAL.status())
                : TurnConclusion.status(builds.get(), false);
    }

    private Concluded conclude(RunAnalysis analysis, Optional<SuspectConfirmation> confirmation) throws CommandFailure {
        StoredRun stored = analysis.stored();
        Optional<Compared> compared = Optional.empty();
        if (baseline.isPresent()) {
            Comparand run = new Comparand("run " + stored.run().id(), stored);
            compared = Optional.of(Compared.of(baseline.get(), run, false));
            out.println();
            lines(compared.get(), Paint.of(out)).forEach(out::println);
        }
        Optional<BuildComparison> builds = Optional.empty();
        if (compared.isPresent() && confirmation.isPresent()) {
            builds = confirmation.get().of(compared.get(), out);
        }
        return Concluded.of(analysis, reports.folder(stored.directory()), compared, builds);
    }

    /** What to print; of runs that are not comparable, why. */
    private static List<String> lines(Compared compared, Paint paint) {
        return compared.isRefused()
                ? ComparisonWords.of(compared).refusal()
                : new ComparisonText(compared).lines(paint);
    }

    private List<Path> files(Concluded concluded, CiFiles ci) throws CommandFailure {
        try {
            List<Path> written = new ArrayList<>(verdicts(concluded).write(concluded));
            written.addAll(ci.write());
            return written;
        } catch (IOException e) {
            throw unwritable(concluded, e);
        }
    }

    private VerdictFiles verdicts(Concluded concluded) {
        Map<ConclusionFile, String> texts = new EnumMap<>(ConclusionFile.class);
        concluded.compared().ifPresent(compared -> texts.put(ConclusionFile.COMPARISON, ComparisonJson.of(compared)));
        concluded.builds().ifPresent(builds -> texts.put(ConclusionFile.BUILDS, TurnJson.of(builds)));
        concluded.gate().ifPresent(report -> texts.put(ConclusionFile.GATE, gate.json(concluded)));
        RunAnalysis analysis = concluded.analysis();
        texts.put(ConclusionFile.DIAGNOSIS, DiagnosisJson.of(analysis, Diagnosis.of(analysis), Optional.empty()));
        claims.json(concluded).ifPresent(text -> texts.put(ConclusionFile.CLAIMS, text));
        return new VerdictFiles(texts);
    }

    private static CommandFailure unwritable(Concluded concluded, IOException e) {
        return new CommandFailure(
                ExitCode.IO,
                concluded.folder() + ": cannot be written: " + e.getMessage()
                        + "; the run is stored, see './run-matrix compare'");
    }

    /** Tells who reads along: a build server, a program. */
    private void tell(Concluded concluded, CiFiles ci, int status) throws CommandFailure {
        try {
            ci.tell(server);
            if (documents.isPresent()) {
                documents.get().println(ci.json(status));
                documents.get().flush();
            }
        } catch (IOException e) {
            throw unwritable(concluded, e);
        }
        out.flush();
    }

    /** A run that has just ended. */
    static StoredRun read(Path directory) throws CommandFailure {
        try {
            return RunStore.read(directory);
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.INTERNAL, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, directory + ": cannot be read: " + e.getMessage());
        }
    }

    /** Writes the reports of a run with what was judged. */
    static List<Path> report(Concluded concluded, Optional<Conclusion> summary, ReportOptions reports)
            throws CommandFailure {
        Path folder = concluded.folder();
        try {
            return Reports.write(concluded.analysis(), concluded.verdicts(), summary, folder, reports.templates());
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
