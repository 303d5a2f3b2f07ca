// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.live.LiveEnd;
import dev.runmatrix.harness.result.live.LiveObservation;
import dev.runmatrix.harness.result.live.LiveProcess;
import dev.runmatrix.harness.result.live.LiveThread;
import dev.runmatrix.harness.result.live.ThreadStates;
import dev.runmatrix.reports.triage.ThreadUse;
import dev.runmatrix.reports.triage.Triage;
import dev.runmatrix.reports.triage.TriageFacts;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;

/** Writes up a judged observation. */
final class TriageReportBuilder {

    private static final int THREADS = 5;
    private static final int COMMAND_LENGTH = 400;

    private final Triage triage;
    private final TriageFacts facts;
    private final LiveObservation seen;

    TriageReportBuilder(Triage triage) {
        this.triage = triage;
        this.facts = triage.facts();
        this.seen = facts.seen();
    }

    TriageReport build() {
        TriageWording wording = new TriageWording(facts);
        TriageAdvice advice = new TriageAdvice(triage);
        List<TriageThread> threads =
                facts.threads().stream().limit(THREADS).map(this::thread).toList();
        return new TriageReport(
                "Process " + seen.process().pid() + ", " + seen.process().name(),
                identity(),
                TriageWording.tag(triage.state()),
                triage.statements().stream().map(wording::statement).toList(),
                advice.why(),
                advice.change(),
                TriageProgressText.of(triage),
                new TriageStatusBuilder(facts).build(),
                threads.size() < facts.threads().size()
                        ? "The " + threads.size() + " threads with the most processor time of "
                                + facts.threads().size() + " that were met"
                        : "All threads that were met",
                threads,
                notes(),
                Text.of("Values are means over the time watched. Watching took "
                        + Units.percent(seen.machine().observerNanos() / 1e9 / facts.seconds()) + " of a core."));
    }

    private List<KeyValue> identity() {
        LiveProcess process = seen.process();
        List<KeyValue> rows = new ArrayList<>();
        String command = String.join(" ", process.command());
        rows.add(new KeyValue(
                "Command",
                command.isEmpty()
                        ? Text.of("not readable")
                        : Text.empty()
                                .code(
                                        command.length() > COMMAND_LENGTH
                                                ? command.substring(0, COMMAND_LENGTH - 1) + "…"
                                                : command)));
        rows.add(new KeyValue(
                "Running",
                Text.of(TriageUnits.seconds(process.ageAtStart()
                                        .plusNanos(seen.windowNanos())
                                        .toMillis()
                                / 1000.0) + ", since " + Units.instant(process.startedAt()))));
        rows.add(new KeyValue(
                "Watched",
                Text.of("for " + TriageUnits.seconds(seen.windowNanos() / 1e9) + ", "
                        + Units.counted(seen.samples().size(), "look", "looks") + ending()
                        + (seen.tree() ? ", with what it starts" : ", without what it starts"))));
        return rows;
    }

    private String ending() {
        return seen.end() == LiveEnd.PROCESS_ENDED ? ", until it ended" : "";
    }

    private TriageThread thread(ThreadUse use) {
        LiveThread thread = use.thread();
        return new TriageThread(
                TriageWording.name(thread),
                Units.cores(use.cpuCores()),
                thread.runQueueNanos().isPresent() ? Units.percent(use.queueCores()) : "–",
                states(thread),
                thread.waitChannel().map(WaitChannel::words).orElse(""));
    }

    private static String states(LiveThread thread) {
        ThreadStates met = thread.met();
        if (!thread.alive()) {
            return "ended";
        }
        List<String> parts = new ArrayList<>();
        add(parts, met.running(), met.all(), "running");
        add(parts, met.sleeping(), met.all(), "sleeping");
        add(parts, met.blocked(), met.all(), "blocked");
        add(parts, met.stopped(), met.all(), "stopped");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int number, int all, String word) {
        if (number == all) {
            parts.add(word);
        } else if (number > 0) {
            parts.add(word + " " + Math.round(100.0 * number / all) + Units.SPACE + "%");
        }
    }

    private List<Text> notes() {
        List<Text> notes = new ArrayList<>();
        if (seen.end() == LiveEnd.PROCESS_ENDED) {
            notes.add(Text.of("The process ended while it was watched; this is what was seen until then."));
        }
        if (seen.end() == LiveEnd.INTERRUPTED) {
            notes.add(Text.of("The watch was interrupted; this is what was seen until then."));
        }
        seen.unreadable().forEach(sentence -> notes.add(Text.of(sentence)));
        return notes;
    }
}
