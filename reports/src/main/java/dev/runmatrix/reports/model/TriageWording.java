// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.live.LiveThread;
import dev.runmatrix.reports.triage.Diagnosis;
import dev.runmatrix.reports.triage.Statement;
import dev.runmatrix.reports.triage.ThreadUse;
import dev.runmatrix.reports.triage.TriageFacts;
import dev.runmatrix.reports.triage.TriageState;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.Optional;

/** The words for what a rule states. */
final class TriageWording {

    private static final double MENTIONED_QUEUE = 0.05;

    private final TriageFacts facts;

    TriageWording(TriageFacts facts) {
        this.facts = facts;
    }

    /** A state as it stands where a number would be. */
    static Tag tag(TriageState state) {
        return switch (state) {
            case STOPPED -> new Tag("STOPPED", Tag.Tone.BAD);
            case THROTTLED -> new Tag("THROTTLED", Tag.Tone.BAD);
            case MEMORY -> new Tag("MEMORY", Tag.Tone.BAD);
            case STORAGE -> new Tag("WAITING FOR STORAGE", Tag.Tone.BAD);
            case SINGLE_CORE -> new Tag("SINGLE CORE", Tag.Tone.BAD);
            case HELD_BACK -> new Tag("HELD BACK BY OTHERS", Tag.Tone.DOUBTFUL);
            case UNDER_USED -> new Tag("UNDER-USED", Tag.Tone.BAD);
            case WAITING -> new Tag("WAITING", Tag.Tone.DOUBTFUL);
            case HEALTHY -> new Tag("BUSY, NO FAULT SEEN", Tag.Tone.GOOD);
            case CANNOT_TELL -> new Tag("CANNOT TELL", Tag.Tone.DOUBTFUL);
        };
    }

    TriageStatement statement(Statement statement) {
        return new TriageStatement(
                claim(statement),
                statement.evidence().stream().map(TriageUnits::evidence).toList(),
                refutedBy(statement.diagnosis()));
    }

    private Text claim(Statement statement) {
        Text text = claim(statement.diagnosis());
        return statement.certain() ? text : text.plain(" One kind of counter says so: it is consistent with that.");
    }

    private Text claim(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case TOO_SHORT -> Text.of("Too little was seen to judge by.");
            case STOPPED -> Text.of("It is stopped: a signal, a terminal or a debugger holds it, and it does nothing.");
            case THROTTLED ->
                Text.of("The quota of its control group stops it again and again: it may use " + quota() + ".");
            case SWAPPING -> Text.of("It works on memory that lies in swap.");
            case COLLECTING_GARBAGE -> Text.of("Its JVM spends its time on collecting garbage.");
            case NEAR_MEMORY_LIMIT -> Text.of("It holds almost all of the memory that it may have.");
            case WAITING_FOR_STORAGE -> Text.of("It waits for storage and not for processors: " + ofGranted() + ".");
            case HELD_BACK ->
                Text.of("It wants " + Units.cores(facts.wantedCores()) + " cores and gets "
                        + Units.cores(facts.usedCores())
                        + ": other programs have the rest. Nothing speaks against the process"
                        + " itself.");
            case ONE_THREAD_WORKS -> oneThread();
            case TAKING_TURNS -> Text.of("Its threads take turns: together they use one core, " + ofGranted() + ".");
            case FEWER_THAN_REQUESTED ->
                Text.of("It uses less than was asked for: " + Units.cores(facts.usedCores()) + " cores of "
                        + Units.trimmed(facts.usefulWorkers().orElse(0.0), 2) + " that could work.");
            case IDLE -> Text.of("It does nothing: it has nothing to do, or is blocked." + waits());
            case MOSTLY_WAITING -> Text.of("It waits for most of the time: " + ofGranted() + "." + waits());
            case BUSY_IN_PARALLEL -> Text.of("It is busy in parallel: " + ofGranted() + ". Nothing speaks against it.");
            case BUSY_SINGLE_THREAD -> singleThread();
            case BUSY -> Text.of("It is busy: " + ofGranted() + ". Nothing speaks against it.");
            case NOISE -> Text.of("Other programs were at work: alone on the machine it would be faster.");
        };
    }

    private Text oneThread() {
        String requested = facts.settings()
                .requestedWorkers(facts.grantedCores())
                .filter(workers -> workers >= 2)
                .map(workers -> " of " + Units.trimmed(workers, 0) + " requested")
                .orElse(" of " + granted());
        Text text = Text.of("One thread does all the work: it uses " + Units.cores(facts.usedCores()) + " cores"
                + requested + queued() + ".");
        return facts.busiest()
                .map(ThreadUse::thread)
                .map(thread -> text.plain(" The thread is ").code(name(thread)).plain("."))
                .orElse(text);
    }

    /** How much more it would use if it were alone. */
    private String queued() {
        double missing = facts.wantedCores() - facts.usedCores();
        return missing < MENTIONED_QUEUE
                ? ""
                : ", and would use " + Units.cores(missing) + " more if a processor were always free";
    }

    private Text singleThread() {
        return facts.grantedCores() < 1.5
                ? Text.of("It is busy on all that it may use: " + ofGranted() + ". Nothing speaks against it.")
                : Text.of("It is busy with its only thread: " + ofGranted()
                        + ". A program of one thread cannot use more; nothing says that it should.");
    }

    private static Text refutedBy(Diagnosis diagnosis) {
        return Text.of(
                switch (diagnosis) {
                    case TOO_SHORT -> "a longer watch.";
                    case STOPPED -> "a look that meets one of its threads running.";
                    case THROTTLED -> "the same speed with a larger quota.";
                    case SWAPPING -> "the same speed with more memory.";
                    case COLLECTING_GARBAGE ->
                        "a log of the collector (-Xlog:gc) in which pauses take less than 10 % of the time.";
                    case NEAR_MEMORY_LIMIT -> "the same share in use, and no kill, as the work goes on.";
                    case WAITING_FOR_STORAGE ->
                        "the same speed when the input lies in the page cache; threads may also sleep so for other"
                                + " reasons.";
                    case HELD_BACK -> "the same speed on a quiet machine.";
                    case ONE_THREAD_WORKS -> "a longer watch in which a second thread works, too: this may be a phase.";
                    case TAKING_TURNS -> "stacks of the threads that show no common lock or queue.";
                    case FEWER_THAN_REQUESTED -> "a longer watch in which all workers work: this may be a phase.";
                    case IDLE, MOSTLY_WAITING -> "a longer watch that meets it at work: this may be a pause.";
                    case BUSY_IN_PARALLEL, BUSY_SINGLE_THREAD, BUSY -> "progress that stands still all the same.";
                    case NOISE -> "the same speed on a quiet machine.";
                });
    }

    /** What most of its own threads wait in. */
    private String waits() {
        Optional<String> channel = facts.threads().stream()
                .filter(use -> use.role() == ThreadRole.WORK && use.thread().alive())
                .flatMap(use -> use.thread().waitChannel().stream())
                .findFirst()
                .or(() -> facts.threads().stream()
                        .flatMap(use -> use.thread().waitChannel().stream())
                        .findFirst());
        return channel.map(name -> " It waits for " + WaitChannel.words(name) + ".")
                .orElse("");
    }

    private String ofGranted() {
        return Units.cores(facts.usedCores()) + " of " + granted();
    }

    private String granted() {
        return Units.grantedCores(facts.grantedCores()) + " granted " + (facts.grantedCores() == 1 ? "core" : "cores");
    }

    private String quota() {
        return facts.seen()
                .grant()
                .quotaCores()
                .map(cores -> Units.grantedCores(cores) + (cores == 1 ? " core" : " cores"))
                .orElse("less");
    }

    static String name(LiveThread thread) {
        return thread.name() + " (" + thread.tid() + ")";
    }
}
