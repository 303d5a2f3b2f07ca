// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import dev.runmatrix.harness.matrix.Accepted;
import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BaselineName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody has accepted, laid over what the rules say. */
final class Acceptances {

    /** So early a notice tells that an acceptance is about to expire. */
    private static final int DAYS_OF_NOTICE = 14;

    private final List<Accepted> entries;
    private final Optional<String> baseline;
    private final String machineClass;
    private final LocalDate today;

    Acceptances(List<Accepted> entries, Gate gate, GatedRun run, LocalDate today) {
        this.entries = List.copyOf(entries);
        this.machineClass = run.run().environment().machineClassHash();
        this.baseline = gate.baseline().map(this::resolved);
        this.today = today;
    }

    /** The result of a rule in a cell: a broken one that is accepted is so. */
    GateResult weigh(GateRule rule, GatedCell cell, Judged judged) {
        List<Accepted> counting = judged.outcome() != GateOutcome.FAIL
                ? List.of()
                : entries.stream()
                        .filter(entry -> entry.countsOn(today) && isAbout(entry, rule, cell.planned()))
                        .toList();
        double value = judged.value().orElse(0.0);
        Optional<Accepted> accepting =
                counting.stream().filter(entry -> entry.covers(rule, value)).findFirst();
        Optional<String> by = accepting.map(Acceptances::words);
        String end = by.map(words -> ". Accepted by " + words)
                .or(() -> counting.stream()
                        .findFirst()
                        .map(entry -> ". Accepted is only up to " + GateNumbers.value(rule, entry.upTo()) + " ("
                                + entry.where() + ")"))
                .orElse("");
        String text = cell.text();
        String named = cell.planned().name() + (text.isEmpty() ? "" : " (" + text + ")");
        return new GateResult(
                rule,
                rule.words(),
                cell.planned(),
                text,
                by.isPresent() ? GateOutcome.ACCEPTED : judged.outcome(),
                judged.value(),
                judged.interval(),
                named + ": " + judged.reason() + end + ".",
                by);
    }

    private static String words(Accepted entry) {
        return entry.author() + " until " + entry.expires() + ": " + entry.reason() + " (" + entry.where() + ")";
    }

    private boolean isAbout(Accepted entry, GateRule rule, PlannedCell cell) {
        boolean against = entry.baseline().isEmpty()
                || entry.baseline().map(this::resolved).equals(baseline);
        return against && entry.isAbout(rule) && entry.cells().names(cell);
    }

    private String resolved(String name) {
        return BaselineName.onMachine(name, machineClass);
    }

    /** What to do about the entries. */
    List<String> notices(List<GateResult> results) {
        List<String> notices = new ArrayList<>();
        for (Accepted entry : entries) {
            if (!entry.countsOn(today)) {
                notices.add(entry.where() + " expired on " + entry.expires()
                        + " and counts no more; remove it, or accept it" + " anew with a reason.");
            } else {
                unused(entry, results).ifPresent(notices::add);
                if (!entry.countsOn(today.plusDays(DAYS_OF_NOTICE))) {
                    notices.add(entry.where() + " expires on " + entry.expires()
                            + "; what it accepts fails the gate then.");
                }
            }
        }
        return notices;
    }

    private Optional<String> unused(Accepted entry, List<GateResult> results) {
        boolean concerned = results.stream().anyMatch(result -> isAbout(entry, result.rule(), result.cell()));
        return concerned
                ? Optional.empty()
                : Optional.of(entry.where() + " matches nothing here: no rule of the gate bounds its "
                        + entry.metric().key()
                        + " so in cells '" + entry.cells().argument() + "'"
                        + entry.baseline()
                                .map(name -> " against '" + name + "'")
                                .orElse("") + "; correct or remove it.");
    }
}
