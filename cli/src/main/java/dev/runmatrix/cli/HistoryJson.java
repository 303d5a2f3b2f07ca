// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.runmatrix.harness.statistics.Creep;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.reports.history.CellChange;
import dev.runmatrix.reports.history.CellHistory;
import dev.runmatrix.reports.history.Change;
import dev.runmatrix.reports.history.Gap;
import dev.runmatrix.reports.history.History;
import dev.runmatrix.reports.history.HistoryPoint;
import dev.runmatrix.reports.history.Pinned;
import dev.runmatrix.reports.history.RunLevels;
import dev.runmatrix.reports.history.RunSeries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A history for programs; seconds and bytes, shares of 1. */
final class HistoryJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private HistoryJson() {}

    private record Document(
            String schema, String metric, String unit, boolean changed, List<Series> series, List<String> leftOut) {}

    private record Series(
            String machineClass,
            String machineClassHash,
            String jdk,
            List<String> jvmArguments,
            String wall,
            double driftSd,
            int driftSittings,
            Optional<String> pinnedBaseline,
            Optional<String> pinnedRun,
            List<Run> runs,
            List<Cell> cells,
            List<Shift> changes) {}

    private record Run(
            String id, String startedAt, Optional<String> commit, boolean dirty, Optional<String> buildDigest) {}

    private record Cell(
            String id,
            String name,
            Map<String, String> axes,
            String dataset,
            String jvm,
            int missingRuns,
            Map<String, Integer> gaps,
            Optional<Size> total,
            Optional<CreepEntry> creep,
            List<Point> points) {}

    private record Point(
            int run,
            int forks,
            double median,
            Optional<Double> low,
            Optional<Double> high,
            Optional<Double> spread,
            boolean compared) {}

    private record Size(double ratio, Optional<Double> low, Optional<Double> high) {}

    private record CreepEntry(String suspicion, double ratio, double low, double high, int runs) {}

    private record Shift(
            String before, String after, boolean sameBuild, boolean suspectsTheMachine, List<ShiftOfCell> cells) {}

    private record ShiftOfCell(String id, String name, int run, double p, Size size, int runsBefore, int runsAfter) {}

    static String of(History history, List<String> leftOut) {
        return text(new Document(
                "run-matrix/history/v1",
                history.metric().key(),
                history.metric() == Metric.PEAK_RSS ? "bytes" : "seconds",
                history.hasChanged(),
                history.series().stream().map(HistoryJson::series).toList(),
                leftOut));
    }

    private static Series series(RunSeries series) {
        return new Series(
                series.conditions().machineClass(),
                series.conditions().machineClassHash(),
                series.conditions().jdk(),
                series.conditions().jvmArguments(),
                lower(series.conditions().clock()),
                series.drift().sigma(),
                series.drift().sittings(),
                series.pinned().map(Pinned::name),
                series.pinned().map(pinned -> pinned.run().id()),
                series.runs().stream().map(HistoryJson::run).toList(),
                series.cells().stream().map(cell -> cell(cell, series)).toList(),
                series.changes().stream().map(HistoryJson::shift).toList());
    }

    private static Run run(RunLevels run) {
        return new Run(
                run.id(),
                run.startedAt().toString(),
                run.build().commit(),
                run.build().dirty(),
                run.build().digest());
    }

    private static Cell cell(CellHistory cell, RunSeries series) {
        return new Cell(
                cell.key().cellId(),
                cell.planned().name(),
                cell.planned().cell().axes(),
                cell.key().datasetDigest(),
                cell.key().jvm(),
                cell.missing(),
                cell.gaps().entrySet().stream()
                        .collect(Collectors.toMap(
                                (Map.Entry<Gap, Integer> gap) -> lower(gap.getKey()), Map.Entry::getValue)),
                cell.total(series.drift()).map(HistoryJson::size),
                cell.creep().map(HistoryJson::creep),
                cell.points().stream().map(HistoryJson::point).toList());
    }

    private static Point point(HistoryPoint point) {
        return new Point(
                point.run(),
                point.level().forks(),
                point.level().median(),
                point.level().interval().map(Interval::low),
                point.level().interval().map(Interval::high),
                point.level().spread(),
                point.compared());
    }

    private static Size size(Ratio ratio) {
        return new Size(
                ratio.estimate(),
                ratio.interval().map(Interval::low),
                ratio.interval().map(Interval::high));
    }

    private static CreepEntry creep(Creep creep) {
        return new CreepEntry(
                lower(creep.suspicion()),
                creep.ratio(),
                creep.interval().low(),
                creep.interval().high(),
                creep.nights());
    }

    private static Shift shift(Change change) {
        return new Shift(
                change.before().id(),
                change.after().id(),
                change.isOfOneBuild(),
                change.suspectsTheMachine(),
                change.cells().stream().map(HistoryJson::shift).toList());
    }

    private static ShiftOfCell shift(CellChange change) {
        return new ShiftOfCell(
                change.cell().key().cellId(),
                change.cell().planned().name(),
                Math.toIntExact(change.shift().night()),
                change.shift().p(),
                size(change.ratio()),
                change.runsBefore(),
                change.runsAfter());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Object document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }
}
