// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.OutputState;
import dev.runmatrix.reports.analysis.RepeatedFork;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What to know about cells with a rank too: what they run and chose, what was repeated, what they left behind. */
final class EventNotes {

    private static final int MOST_REPEATS = 12;

    private final RunAnalysis run;

    EventNotes(Scope scope) {
        this.run = scope.run();
    }

    List<Text> build() {
        List<Text> notes = new ArrayList<>();
        commands(notes);
        NotesBuilder.grouped(run.cells(), this::choices).forEach((choice, cells) -> {
            if (!choice.isEmpty()) {
                String verb = cells.size() == 1 ? " chose " : " chose alike: ";
                notes.add(NotesBuilder.names(cells).plain(verb + choice + (choice.endsWith(".") ? "" : ".")));
            }
        });
        repeats(notes);
        strays(notes);
        return notes;
    }

    private void commands(List<Text> notes) {
        Map<CommandTarget, List<CellAnalysis>> programs = new LinkedHashMap<>();
        run.cells()
                .forEach(c -> run.command(c)
                        .ifPresent(p -> programs.computeIfAbsent(p, k -> new ArrayList<>())
                                .add(c)));
        programs.forEach((program, cells) -> notes.add(command(program, cells)));
    }

    private static Text command(CommandTarget program, List<CellAnalysis> cells) {
        Text text = NotesBuilder.names(cells)
                .plain(cells.size() == 1 ? " runs " : " run ")
                .code(NotesBuilder.clipped(line(program.command())));
        if (!program.environment().isEmpty()) {
            text = text.plain(" with ")
                    .code(String.join(" ", program.environment().keySet()))
                    .plain(" set");
        }
        if (program.verify().isPresent()) {
            return text.plain("; its output is judged by ")
                    .code(line(program.verify().get()))
                    .plain(".");
        }
        boolean unchecked = cells.stream().anyMatch(c -> c.outputs().count(OutputState.NOT_CHECKED) > 0);
        return text.plain(unchecked ? "; its output was not checked." : ".");
    }

    /** As a shell would take it, on one line. */
    private static String line(List<String> command) {
        return command.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    /**
     * What the attempts of a cell chose: what the first one said where all chose the same settings, whose reasons may hold
     * other numbers, else every choice with its count.
     */
    private String choices(CellAnalysis cell) {
        List<String> all = run.attempts(cell.planned()).stream()
                .flatMap(a -> a.choice().stream())
                .toList();
        Map<String, Long> settings = all.stream()
                .collect(Collectors.groupingBy(EventNotes::settings, LinkedHashMap::new, Collectors.counting()));
        return settings.size() == 1
                ? NotesBuilder.clipped(all.get(0))
                : settings.entrySet().stream()
                        .map(e -> e.getKey() + " in " + Units.counted(e.getValue(), "attempt", "attempts"))
                        .collect(Collectors.joining("; "));
    }

    /** The part of a choice before its reasons. */
    private static String settings(String choice) {
        int colon = choice.indexOf(": ");
        return colon < 0 ? choice : choice.substring(0, colon);
    }

    private void repeats(List<Text> notes) {
        List<RepeatedFork> repeats = run.ledger().repeats();
        repeats.stream().limit(MOST_REPEATS).forEach(r -> notes.add(repeated(r)));
        if (repeats.size() > MOST_REPEATS) {
            notes.add(Text.of(Units.counted(repeats.size() - MOST_REPEATS, "further fork was", "further forks were")
                    + " repeated."));
        }
    }

    private Text repeated(RepeatedFork fork) {
        ForkRecord last = fork.last();
        String times = fork.replaced().size() == 1 ? "once" : fork.replaced().size() + " times";
        String which = " fork " + last.fork() + (last.twin() ? " of the twin" : "");
        return Text.empty()
                .strong(last.cell())
                .plain(which + " was repeated " + times + ": "
                        + fork.replaced().stream().map(this::seen).collect(Collectors.joining(", then "))
                        + ", then " + seen(last) + "; the last one counts.");
    }

    /** {@code 0.31 foreign cores, 36.8 s}: what it was repeated for, and its time. */
    private String seen(ForkRecord fork) {
        String load = fork.noise().map(EventNotes::load).orElse("noise not seen");
        return load
                + run.clock()
                        .wallSeconds(fork)
                        .map(w -> ", " + Units.secondsWithUnit(w))
                        .orElse("");
    }

    private static String load(NoiseEvidence noise) {
        String steal = noise.stealFraction()
                .filter(s -> s > 0.02)
                .map(s -> " and " + Units.percent(s) + " of capacity stolen")
                .orElse("");
        return Units.cores(noise.foreignCores()) + " foreign cores" + steal;
    }

    private void strays(List<Text> notes) {
        for (CellAnalysis cell : run.cells()) {
            List<ForkRecord> left = run.stored().forks().stream()
                    .filter(f -> f.cell().equals(cell.name()) && f.strays() > 0)
                    .toList();
            int strays = left.stream().mapToInt(ForkRecord::strays).sum();
            if (strays > 0) {
                notes.add(Text.empty()
                        .strong(cell.name())
                        .plain(" left " + Units.counted(strays, "process", "processes")
                                + " behind in " + Units.counted(left.size(), "attempt", "attempts")
                                + (strays == 1 ? ", which was ended." : ", which were ended.")));
            }
        }
    }
}
