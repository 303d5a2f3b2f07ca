// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.ChangePoints;
import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.harness.statistics.SittingSpread;
import dev.runmatrix.reports.chart.Sparkline;
import dev.runmatrix.reports.history.CellChange;
import dev.runmatrix.reports.history.CellHistory;
import dev.runmatrix.reports.history.Gap;
import dev.runmatrix.reports.history.HistoryPoint;
import dev.runmatrix.reports.history.RunSeries;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts runs that may be compared into words. */
final class HistorySectionBuilder {

    private static final int COURSE_LENGTH = 16;
    private static final int MOST_CHARTS = 60;
    private static final int MOST_NAMES = 6;

    private final HistoryUnits units;
    private final RunSeries series;
    private final int number;
    private final HistoryNames names;
    private final HistoryScale scale;

    HistorySectionBuilder(HistoryUnits units, RunSeries series, int number) {
        this.units = units;
        this.series = series;
        this.number = number;
        this.names = new HistoryNames(series);
        this.scale = HistoryScale.of(series);
    }

    HistorySection build() {
        HistoryChangeBuilder changes = new HistoryChangeBuilder(units, series, names);
        HistoryPanelBuilder panels = new HistoryPanelBuilder(units, series, names, scale);
        List<CellHistory> drawn = drawn();
        int more = (int) series.cells().stream()
                        .filter(cell -> !cell.points().isEmpty())
                        .count()
                - drawn.size();
        return new HistorySection(
                "series-" + number,
                series.conditions().machineClass(),
                facts(),
                series.cells().stream().map(this::row).toList(),
                changes.changes(),
                changes.creep(),
                unknown(),
                drawn.stream().map(panels::panel).toList(),
                more == 0 ? Text.empty() : Text.of(HistoryUnits.cells(more) + " without a change have no chart here."));
    }

    /** With very many cells, those that changed and the first of the others. */
    private List<CellHistory> drawn() {
        List<CellHistory> all =
                series.cells().stream().filter(cell -> !cell.points().isEmpty()).toList();
        long notable = all.stream().filter(this::isNotable).count();
        List<CellHistory> drawn = new ArrayList<>();
        long room = Math.max(0, MOST_CHARTS - notable);
        for (CellHistory cell : all) {
            if (isNotable(cell)) {
                drawn.add(cell);
            } else if (room > 0) {
                drawn.add(cell);
                room--;
            }
        }
        return drawn;
    }

    private boolean isNotable(CellHistory cell) {
        return !series.changesOf(cell).isEmpty() || series.creeping().contains(cell);
    }

    private List<KeyValue> facts() {
        List<KeyValue> facts = new ArrayList<>();
        String first = HistoryUnits.day(series.runs().get(0).startedAt());
        String last = HistoryUnits.day(series.newest().startedAt());
        String span = Units.range(first, last);
        facts.add(new KeyValue("Runs", Text.of(Units.count(series.runs().size()) + ", " + span)));
        facts.add(new KeyValue("JDK", Text.of(series.conditions().jdk())));
        String arguments = String.join(" ", series.conditions().jvmArguments());
        facts.add(new KeyValue(
                "JVM arguments",
                arguments.isEmpty() ? Text.of("none") : Text.empty().code(arguments)));
        facts.add(new KeyValue(
                "Time of", Text.of(HistoryUnits.clock(series.conditions().clock()))));
        facts.add(new KeyValue("Sittings differ by", Text.of(drift(series.drift()))));
        facts.add(new KeyValue("Pinned release", pinned()));
        return facts;
    }

    /** {@code 5.0 % of the median (SD), assumed: …}. */
    private static String drift(SittingSpread drift) {
        String size = Units.percent(drift.sigma()) + " of a median (SD), ";
        return drift.sittings() == 0
                ? size + "assumed: " + SittingSpread.LEAST_SITTINGS + " days of one build would show it"
                : size + "estimated from " + drift.sittings() + " sittings of unchanged builds";
    }

    private Text pinned() {
        return series.pinned()
                .map(release -> Text.of("baseline ")
                        .code(release.name())
                        .plain(", run ")
                        .code(release.run().id()))
                .orElse(Text.of("none measured under these conditions"));
    }

    private HistoryRow row(CellHistory cell) {
        List<HistoryPoint> compared = cell.compared();
        Optional<Ratio> total = cell.total(series.drift());
        return new HistoryRow(
                names.name(cell),
                names.label(cell),
                course(cell),
                compared.isEmpty()
                        ? Units.DASH
                        : units.number(compared.get(0).level().median()),
                compared.isEmpty()
                        ? Units.DASH
                        : units.number(compared.get(compared.size() - 1).level().median()),
                total.map(ratio -> HistoryUnits.change(ratio.estimate())).orElse(Units.DASH),
                total.flatMap(Ratio::interval).map(HistoryUnits::changes).orElse(""),
                Units.count(compared.size()),
                tag(cell));
    }

    private String course(CellHistory cell) {
        if (cell.compared().isEmpty()) {
            return "";
        }
        double base = scale.base(cell);
        return Sparkline.of(
                cell.compared().stream()
                        .map(point -> scale.share(point.level().median() / base))
                        .toList(),
                1,
                COURSE_LENGTH);
    }

    private Tag tag(CellHistory cell) {
        List<CellChange> changes = series.changesOf(cell);
        if (!changes.isEmpty()) {
            boolean worse = changes.get(changes.size() - 1).ratio().estimate() > 1;
            return new Tag(worse ? "UP" : "DOWN", worse ? Tag.Tone.BAD : Tag.Tone.GOOD);
        }
        if (series.creeping().contains(cell)) {
            boolean worse = cell.creep().filter(creep -> creep.ratio() > 1).isPresent();
            return new Tag(worse ? "CREPT UP" : "CREPT DOWN", worse ? Tag.Tone.DOUBTFUL : Tag.Tone.GOOD);
        }
        return cell.missing() > 0 ? new Tag("too few runs", Tag.Tone.QUIET) : Tag.none();
    }

    private List<Text> unknown() {
        List<Text> unknown = new ArrayList<>();
        Map<Integer, List<String>> missing = new TreeMap<>();
        series.cells().stream()
                .filter(cell -> cell.missing() > 0)
                .forEach(cell -> missing.computeIfAbsent(cell.missing(), key -> new ArrayList<>())
                        .add(names.name(cell)));
        missing.forEach((runs, cells) -> unknown.add(Text.of("Changes of " + listed(cells) + ": " + runs + " more "
                + (runs == 1 ? "run is" : "runs are") + " needed, with at least " + ChangePoints.LEAST_BEFORE
                + " before a change and " + ChangePoints.LEAST_AFTER + " after it.")));
        gaps().ifPresent(unknown::add);
        if (series.pinned().isPresent()) {
            List<String> without = series.cells().stream()
                    .filter(cell -> cell.creep().isEmpty())
                    .map(names::name)
                    .toList();
            if (!without.isEmpty()) {
                unknown.add(Text.of("Creep of " + listed(without)
                        + ": not measured by both the pinned release and a newer run of another build."));
            }
        } else {
            unknown.add(Text.of("Creep: no baseline was measured under these conditions; ")
                    .code("./run-matrix baseline save NAME")
                    .plain(" pins one."));
        }
        return unknown;
    }

    private Optional<Text> gaps() {
        List<String> parts = new ArrayList<>();
        for (Gap gap : Gap.values()) {
            List<String> cells = series.cells().stream()
                    .filter(cell -> cell.gaps().containsKey(gap))
                    .map(cell -> names.name(cell) + " in "
                            + HistoryUnits.runs(cell.gaps().getOrDefault(gap, 0)))
                    .toList();
            if (!cells.isEmpty()) {
                parts.add(words(gap) + " " + listed(cells));
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of("Without a point: " + String.join("; ", parts) + "."));
    }

    private static String words(Gap gap) {
        return switch (gap) {
            case FAILED -> "failed:";
            case WRONG_OUTPUT -> "wrong output:";
            case FEW_CLEAN_FORKS -> "too few clean forks:";
        };
    }

    private static String listed(List<String> names) {
        String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? shown + " and " + (names.size() - MOST_NAMES) + " more" : shown;
    }
}
