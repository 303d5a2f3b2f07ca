// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.Comparison;
import dev.runmatrix.reports.analysis.EngineStandings;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the engines of a run beside each other, an input at a time. */
final class EngineTableBuilder {

    private final Scope scope;
    private final EngineStandings standings;
    private final WallBars bars;

    private EngineTableBuilder(Scope scope, EngineStandings standings) {
        this.scope = scope;
        this.standings = standings;
        this.bars = new WallBars(
                scope,
                standings.entries().stream().map(EngineTableBuilder::shown).toList());
    }

    /** One table for each input on which several engines were measured; none where there is no such axis. */
    static List<EngineTable> build(Scope scope) {
        return EngineStandings.of(scope.run()).stream()
                .map(standings -> new EngineTableBuilder(scope, standings).table())
                .toList();
    }

    private EngineTable table() {
        return new EngineTable(
                standings.dataset(),
                lead(),
                scope.memory().name(),
                bars.scale(),
                standings.entries().stream().map(this::row).toList());
    }

    private static CellAnalysis shown(EngineStandings.Entry entry) {
        return entry.fastest().orElse(entry.first());
    }

    private EngineTable.Row row(EngineStandings.Entry entry) {
        CellAnalysis cell = shown(entry);
        Optional<Comparison> against = entry.againstFastest();
        return new EngineTable.Row(
                entry.engine(),
                cell.name(),
                scope.labels().onItsInput(cell),
                scope.costs(cell),
                bars.draw(cell),
                against.map(c -> Units.ratio(c.shown())).orElse(entry.fastest().isPresent() ? "1" : Units.DASH),
                against.flatMap(c -> c.ratio().interval())
                        .map(EngineTableBuilder::brackets)
                        .orElse(""),
                against.map(c -> Wording.verdict(c.verdict())).orElse(""),
                entry.cheapest()
                        .map(c -> Units.seconds(c.ranked().shown().cpuSeconds()))
                        .orElse(Units.DASH),
                entry.cheapest()
                        .map(CellAnalysis::name)
                        .filter(name -> !name.equals(cell.name()))
                        .orElse(""),
                standings.coreSecondsPerMillionRows(entry).map(Units::seconds).orElse(Units.DASH),
                scope.output(cell),
                scope.stateTag(cell));
    }

    private static String brackets(Interval interval) {
        return Units.brackets(Units.ratioInterval(interval));
    }

    private Text lead() {
        Optional<EngineStandings.Entry> fastest = standings.fastest();
        Optional<EngineStandings.Entry> cheapest = standings.cheapest();
        if (fastest.isEmpty() || cheapest.isEmpty()) {
            return Text.of("No engine has a rank on ").code(standings.dataset()).plain(" in this run.");
        }
        Text lead = Text.of("On ")
                .code(standings.dataset())
                .plain(" ")
                .strong(fastest.get().engine());
        lead = fastest.get().engine().equals(cheapest.get().engine())
                ? lead.plain(" is the fastest engine, with " + wall(fastest.get()) + ", and the cheapest, with "
                        + cost(cheapest.get()) + ".")
                : lead.plain(" is the fastest engine, with " + wall(fastest.get()) + "; ")
                        .strong(cheapest.get().engine())
                        .plain(" is the cheapest, with " + cost(cheapest.get()) + ".");
        return lead.plain(ties() + without() + clock());
    }

    private static String wall(EngineStandings.Entry entry) {
        return entry.fastest()
                .map(cell -> Units.secondsWithUnit(cell.ranked().shown().wallSeconds()) + " in " + cell.name())
                .orElse(Units.DASH);
    }

    private String cost(EngineStandings.Entry entry) {
        return standings
                .coreSecondsPerMillionRows(entry)
                .map(cost -> Units.coreSeconds(cost) + " for a million pod rows")
                .or(() -> entry.cheapest()
                        .map(cell -> Units.coreSeconds(cell.ranked().shown().cpuSeconds())))
                .orElse(Units.DASH);
    }

    private String ties() {
        List<String> words = new ArrayList<>();
        if (!standings.tiedWithFastest().isEmpty()) {
            words.add("in wall time " + Wording.list(standings.tiedWithFastest()));
        }
        if (!standings.tiedWithCheapest().isEmpty()) {
            words.add("in cost " + Wording.list(standings.tiedWithCheapest()));
        }
        return words.isEmpty() ? "" : " Not told apart from it: " + String.join("; ", words) + ".";
    }

    private String without() {
        List<String> names = standings.entries().stream()
                .filter(entry -> entry.fastest().isEmpty())
                .map(EngineStandings.Entry::engine)
                .toList();
        return names.isEmpty() ? "" : " Without a rank: " + Wording.list(names) + ".";
    }

    private String clock() {
        return scope.run().clock() == WallClock.PROCESS
                ? " Times are those of whole processes, from start to exit."
                : "";
    }
}
