// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.CpuSplit;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.diagnosis.Diagnosis;
import dev.runmatrix.reports.diagnosis.Finding;
import dev.runmatrix.reports.diagnosis.Measure;
import dev.runmatrix.reports.diagnosis.WorkerTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was found in a run, for programs; values are rounded nowhere, and in the unit that stands beside them. */
final class DiagnosisJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private static final double NO_BASE = 0;

    private DiagnosisJson() {}

    private record Document(
            String schema, String run, Optional<CellEntry> cell, boolean nothingAlleged, List<Entry> findings) {}

    /** {@code shown…}: of the one fork that is shown of it. */
    private record CellEntry(
            String name,
            String id,
            Map<String, String> axes,
            String state,
            int requestedWorkers,
            double grantedCores,
            Optional<Shown> shown,
            Optional<Long> peakRssBytes,
            Optional<Against> against,
            Optional<CpuSplit> cpuSplit,
            Optional<Workers> workers) {}

    private record Shown(int attempt, int forks, double wallSeconds, double cpuSeconds, double cores) {}

    private record Against(
            String reference,
            double wallRatio,
            double cpuRatio,
            double coresRatio,
            double overAll,
            Optional<Double> low,
            Optional<Double> high,
            String verdict) {}

    private record Workers(double totalSeconds, double busySeconds, double queuedSeconds, double waitingSeconds) {}

    private record Entry(
            String rule,
            List<String> cells,
            String confidence,
            boolean alleged,
            boolean noisy,
            String title,
            String seen,
            String cause,
            String fix,
            Optional<String> confirmedBy,
            String evidence,
            String refutedBy,
            Optional<Double> gain,
            List<MeasureEntry> measures) {}

    private record MeasureEntry(
            String name, Optional<String> cell, double value, String unit, OptionalDouble threshold, String bound) {}

    /**
     * The document.
     *
     * @param cell the cell that it is about; absent for the whole run
     */
    static String of(RunAnalysis run, Diagnosis diagnosis, Optional<CellAnalysis> cell) {
        List<Finding> findings = diagnosis.findings().stream()
                .filter(finding -> cell.isEmpty()
                        || finding.cells().isEmpty()
                        || finding.cells().contains(cell.get().name()))
                .toList();
        return text(new Document(
                "run-matrix/diagnosis/v1",
                run.run().id(),
                cell.map(one -> cell(run, one)),
                findings.stream().noneMatch(Finding::isAllegation),
                findings.stream().map(DiagnosisJson::entry).toList()));
    }

    private static CellEntry cell(RunAnalysis run, CellAnalysis cell) {
        Optional<CellNumbers> numbers = cell.numbers();
        int workers = cell.planned().requestedWorkers();
        return new CellEntry(
                cell.name(),
                cell.planned().cell().id(),
                cell.planned().cell().axes(),
                lower(cell.state()),
                workers,
                run.run().environment().grantedCores(),
                numbers.map(DiagnosisJson::shown),
                cell.peakRssBytes(),
                numbers.flatMap(own -> against(run, cell, own)),
                numbers.flatMap(own -> CpuSplit.of(own.shown(), run.clock())),
                numbers.flatMap(own -> WorkerTime.of(own.shown(), run.clock(), workers))
                        .map(DiagnosisJson::workers));
    }

    private static Shown shown(CellNumbers numbers) {
        return new Shown(
                numbers.shown().attempt().attempt(),
                numbers.n(),
                numbers.shown().wallSeconds(),
                numbers.shown().cpuSeconds(),
                numbers.shown().cores());
    }

    private static Optional<Against> against(RunAnalysis run, CellAnalysis cell, CellNumbers own) {
        Optional<CellNumbers> base = run.reference()
                .flatMap(CellAnalysis::numbers)
                .filter(numbers -> numbers.shown().cpuSeconds() > NO_BASE);
        return base.flatMap(numbers -> run.comparison(cell)
                .map(told -> new Against(
                        run.reference().map(CellAnalysis::name).orElse(""),
                        told.shown(),
                        own.shown().cpuSeconds() / numbers.shown().cpuSeconds(),
                        own.shown().cores() / numbers.shown().cores(),
                        told.ratio().estimate(),
                        told.ratio().interval().map(Interval::low),
                        told.ratio().interval().map(Interval::high),
                        lower(told.verdict()))));
    }

    private static Workers workers(WorkerTime time) {
        return new Workers(time.totalSeconds(), time.busySeconds(), time.queuedSeconds(), time.waitingSeconds());
    }

    private static Entry entry(Finding finding) {
        return new Entry(
                finding.rule().name(),
                finding.cells(),
                lower(finding.confidence()),
                finding.isAllegation(),
                finding.noisy(),
                finding.title(),
                finding.seen().toString(),
                finding.cause().toString(),
                finding.fix().toString(),
                finding.confirmedBy(),
                finding.evidence(),
                finding.refutedBy(),
                finding.gain(),
                finding.measures().stream().map(DiagnosisJson::measure).toList());
    }

    private static MeasureEntry measure(Measure measure) {
        return new MeasureEntry(
                measure.name(),
                measure.cell(),
                measure.value(),
                lower(measure.unit()),
                measure.threshold(),
                lower(measure.bound()));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Object document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }
}
