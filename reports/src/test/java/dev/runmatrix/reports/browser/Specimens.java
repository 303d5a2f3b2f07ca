// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import dev.runmatrix.harness.result.ProjectionLedger;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.Fixtures;
import dev.runmatrix.reports.Reports;
import dev.runmatrix.reports.RunFixture;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Timelines;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.RunComparison;
import dev.runmatrix.reports.comparison.SittingFixture;
import dev.runmatrix.reports.comparison.TurnsFixture;
import dev.runmatrix.reports.history.History;
import dev.runmatrix.reports.history.Nights;
import dev.runmatrix.reports.model.HistoryReport;
import dev.runmatrix.reports.model.ReportModel;
import dev.runmatrix.reports.model.RunVerdicts;
import dev.runmatrix.reports.model.TriageReport;
import dev.runmatrix.reports.projection.Ledger;
import dev.runmatrix.reports.render.HistoryRenderer;
import dev.runmatrix.reports.render.TriageRenderer;
import dev.runmatrix.reports.render.UnusableTemplateException;
import dev.runmatrix.reports.triage.Watched;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reports of runs in every state that a report can tell of, and of one that was really measured. */
public final class Specimens implements AutoCloseable {

    private static final Map<String, Function<Path, RunFixture>> MADE = new LinkedHashMap<>();
    private static final double[] SIX = {1.00, 1.01, 0.99, 1.02, 0.98, 1.005};
    private static final String RECORDED = "/dev/runmatrix/reports/diagnosis/sizes";

    static {
        MADE.put("every-state", Fixtures::everyState);
        MADE.put("all-clean", Fixtures::allClean);
        MADE.put("troubled", Fixtures::troubled);
        MADE.put("scheduled", Fixtures::scheduled);
        MADE.put("wrong-output", Fixtures::wrongOutput);
        MADE.put("smoke", Fixtures::smoke);
        MADE.put("one-cell", Fixtures::oneCell);
        MADE.put("noisy", Fixtures::noisy);
        MADE.put("sixty", Fixtures::sixty);
        MADE.put("running", Fixtures::running);
        MADE.put("hostile", Fixtures::hostile);
    }

    private final Path folder;
    private final Map<String, Specimen> specimens = new LinkedHashMap<>();
    private final Map<String, Path> others = new LinkedHashMap<>();

    private Specimens(Path folder) {
        this.folder = folder;
    }

    static Specimens render() {
        try {
            Specimens all = new Specimens(Files.createTempDirectory("specimens"));
            all.renderAll();
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableRunException | UnusableTemplateException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void renderAll() throws IOException, UnreadableRunException, UnusableTemplateException, URISyntaxException {
        for (Map.Entry<String, Function<Path, RunFixture>> made : MADE.entrySet()) {
            Path results = Files.createDirectories(folder.resolve(made.getKey()).resolve("results"));
            add(made.getKey(), made.getValue().apply(results).stored(), RunVerdicts.NONE);
        }
        add("recorded", recorded(), RunVerdicts.NONE);
        add("interrupted", interrupted(), RunVerdicts.NONE);
        add("slower", turns(), slower());
        add("suspect", sitting("b2b2b2b2", 1.2), suspect());
        others.put("history", write("history.html", new HistoryRenderer(Optional.empty()).html(history())));
        others.put("triage", write("triage.html", new TriageRenderer(Optional.empty()).html(triage())));
    }

    private void add(String name, StoredRun run, RunVerdicts verdicts)
            throws IOException, UnreadableRunException, UnusableTemplateException {
        Path out = folder.resolve(name);
        RunAnalysis analysis = RunAnalysis.of(run);
        Reports.write(analysis, verdicts, Optional.empty(), out, Optional.empty());
        ReportModel model = ReportModel.of(
                analysis,
                Timelines.read(run, analysis.cells()),
                verdicts,
                Ledger.ofCopy(new ProjectionLedger(run.directory().resolve(ProjectionLedger.FILE)).lines()),
                false);
        specimens.put(name, new Specimen(name, model, out.resolve("report.html"), out.resolve("report.md")));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static StoredRun recorded() throws IOException, UnreadableRunException, URISyntaxException {
        return RunStore.read(Path.of(Objects.requireNonNull(Specimens.class.getResource(RECORDED), RECORDED)
                .toURI()));
    }

    /** The recorded run as it were had it been stopped before its first fork ended. */
    private StoredRun interrupted() throws IOException, UnreadableRunException, URISyntaxException {
        StoredRun whole = recorded();
        RunRecord cut = whole.run()
                .ended(RunState.INTERRUPTED, whole.run().startedAt().plusSeconds(1), Optional.empty(), 130)
                .withEnds(List.of());
        Path results = Files.createDirectories(folder.resolve("interrupted").resolve("results"));
        Path directory = RunStore.create(results, cut).directory();
        return RunStore.read(directory);
    }

    private static StoredRun turns() {
        return new TurnsFixture().setting(SIX, times(1.3)).setting(SIX, SIX).stored();
    }

    private static RunVerdicts slower() throws UnreadableRunException {
        return new RunVerdicts(
                Optional.empty(), Optional.of(BuildComparison.of(turns())), Optional.empty(), Optional.empty());
    }

    private static StoredRun sitting(String build, double factor) {
        return new SittingFixture(build).cell(1, times(factor)).cell(2, SIX).stored();
    }

    private static RunVerdicts suspect() throws UnreadableRunException {
        RunComparison comparison = RunComparison.of(sitting("a1a1a1a1", 1), sitting("b2b2b2b2", 1.2));
        return new RunVerdicts(
                Optional.of(new RunVerdicts.ComparedWith("baseline good", comparison)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static double[] times(double factor) {
        return Arrays.stream(SIX).map(value -> value * factor).toArray();
    }

    private static HistoryReport history() throws UnreadableRunException {
        Nights nights = new Nights(11, 31, 5)
                .noise(0.008, 0.01)
                .machine(night -> night < 6 ? "0ld" : "c1a55")
                .measured((night, cell) -> cell != 4 || night >= 27)
                .failing((night, cell) -> cell == 3 && night == 12)
                .disturbed((night, cell) -> cell == 2 && night == 14)
                .dirty(night -> night == 30)
                .effect((night, cell) -> cell == 0 && night >= 22 ? 1.06 : 1);
        return HistoryReport.of(
                History.of(Metric.WALL, nights.levels(), List.of()), List.of("results/x: no stored run here"));
    }

    private static TriageReport triage() {
        return TriageReport.of(new Watched()
                .aggregator("java", "dev.runmatrix.cli.Main", "aggregate")
                .setting("mode", "streaming")
                .setting("parallel_chunks", "false")
                .setting("max_workers", "4")
                .thread("job", 0.97)
                .triage());
    }

    /** All reports of runs. */
    public List<Specimen> runs() {
        return List.copyOf(specimens.values());
    }

    /** The report of one run: {@code every-state}, {@code all-clean}, {@code recorded}, … */
    public Specimen run(String name) {
        return Objects.requireNonNull(specimens.get(name), name);
    }

    /** All pages by name, those of runs and the other ones. */
    public Map<String, Path> pages() {
        Map<String, Path> pages = new LinkedHashMap<>();
        specimens.forEach((name, specimen) -> pages.put(name, specimen.html()));
        pages.putAll(others);
        return pages;
    }

    /** The page of that name. */
    public Path page(String name) {
        return Objects.requireNonNull(pages().get(name), name);
    }

    @Override
    public void close() throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
