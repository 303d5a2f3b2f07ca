// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.live.LiveSetting;
import dev.runmatrix.reports.triage.Explanation;
import dev.runmatrix.reports.triage.Triage;
import dev.runmatrix.reports.triage.TriageFacts;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.Optional;

/** Why, and what to change. */
final class TriageAdvice {

    private final Triage triage;
    private final TriageFacts facts;

    TriageAdvice(Triage triage) {
        this.triage = triage;
        this.facts = triage.facts();
    }

    Text why() {
        return triage.explanation().map(this::why).orElse(Text.empty());
    }

    private Text why(Explanation explanation) {
        Text setting = explanation.setting().map(TriageAdvice::quoted).orElse(Text.empty());
        return switch (explanation.kind()) {
            case SERIAL_CHUNKS ->
                setting.plain(": it streams one chunk at a time" + workersInVain())
                        .plus(streamsOnly());
            case ONE_WORKER -> setting.plain(": one worker was asked for.");
            case MORE_WORKERS_THAN_CORES ->
                setting.plain(": more workers than the " + Units.grantedCores(facts.grantedCores())
                        + (facts.grantedCores() == 1 ? " core" : " cores") + " that it may use.");
            case SMALL_HEAP -> setting.plain(": so large may its heap become.");
            case ONE_CORE_GRANTED ->
                Text.of("No more than " + Units.grantedCores(facts.grantedCores())
                        + (facts.grantedCores() == 1 ? " core is" : " cores are") + " granted to it ("
                        + granting() + ").");
            case NOT_IN_SETTINGS ->
                setting.plain(" asks for more, and no setting that was read keeps them from working. Likely: too few"
                        + " chunks, a stage that one thread does alone, or a lock.");
        };
    }

    /** Whether the setting counts depends on a choice that cannot be seen from outside. */
    private Text streamsOnly() {
        boolean chosen = facts.settings().aggregator()
                && facts.settings()
                        .find("mode")
                        .filter(mode -> mode.value().startsWith("stream"))
                        .isEmpty();
        return chosen ? Text.of(" (It has no effect where auto chose in-memory.)") : Text.empty();
    }

    private String workersInVain() {
        return facts.settings()
                .workers()
                .map(workers -> ", and " + written(workers) + " has no effect.")
                .orElse(", and more workers would have nothing to do.");
    }

    private String granting() {
        Optional<Double> quota = facts.seen().grant().quotaCores();
        int affinity = facts.seen().grant().affinityCores();
        return quota.filter(cores -> cores < affinity)
                .map(cores -> "quota of its control group")
                .orElse("affinity, see taskset");
    }

    Text change() {
        return triage.explanation().flatMap(this::change).orElseGet(this::usualChange);
    }

    private Optional<Text> change(Explanation explanation) {
        if (explanation.setting().isEmpty() || explanation.instead().isEmpty()) {
            return Optional.empty();
        }
        LiveSetting setting = explanation.setting().get();
        String better = setting.written();
        int at = better.lastIndexOf(setting.value());
        better = better.substring(0, Math.max(0, at)) + explanation.instead().get();
        return Optional.of(Text.of("Set ")
                .code(better)
                .plain(" instead of ")
                .code(setting.value())
                .plain(
                        setting.inCommand()
                                ? ", and start it again."
                                : " in " + setting.where() + ", and start it again."));
    }

    private Text usualChange() {
        String pid = Long.toString(facts.seen().process().pid());
        return switch (triage.verdict().diagnosis()) {
            case STOPPED -> Text.empty().code("kill -CONT " + pid).plain(" lets it go on, unless a debugger holds it.");
            case THROTTLED ->
                Text.of("Raise the quota of its control group, or ask for no more workers than it allows.");
            case SWAPPING -> Text.of("Give it more memory, or let it hold less: smaller chunks, fewer workers.");
            case COLLECTING_GARBAGE ->
                Text.of("Give it a larger heap (").code("-Xmx").plain("); how large was not measured.");
            case NEAR_MEMORY_LIMIT -> Text.of("Raise the limit, or let it hold less: smaller chunks, fewer workers.");
            case WAITING_FOR_STORAGE ->
                Text.of("Read and write less, or from faster storage. More workers help only while the device is not at"
                        + " its rate.");
            case HELD_BACK -> Text.of("Let the others end first, or move it to a quieter machine.");
            case ONE_THREAD_WORKS -> oneThread(pid);
            case TAKING_TURNS ->
                Text.of("Find what they wait for: ").plus(stacks(pid)).plain(".");
            case FEWER_THAN_REQUESTED -> Text.of("Give the workers more to do at once: more, smaller chunks.");
            case IDLE, MOSTLY_WAITING ->
                Text.of("Look at what it waits for: ").plus(stacks(pid)).plain(".");
            default -> Text.empty();
        };
    }

    private Text oneThread(String pid) {
        Text text =
                Text.of("Find out what that thread does: ").plus(stacks(pid)).plain(".");
        return facts.settings().all().isEmpty()
                ? text.plain(" No setting of the program was read; ")
                        .code("--config FILE")
                        .plain(" reads them.")
                : text;
    }

    /** How to look at stacks: each runtime has its own way. */
    private Text stacks(String pid) {
        String name = facts.seen().process().name();
        boolean jvm =
                facts.seen().threads().stream().anyMatch(thread -> thread.name().equals("VM Thread"));
        if (jvm) {
            return Text.empty().code("jstack " + pid);
        }
        return name.startsWith("python")
                ? Text.empty().code("py-spy dump --pid " + pid)
                : Text.empty().code("gdb -p " + pid).plain(" or ").code("strace -f -p " + pid);
    }

    private static Text quoted(LiveSetting setting) {
        return Text.empty().code(setting.written()).plain(setting.inCommand() ? "" : " (" + setting.where() + ")");
    }

    private static String written(LiveSetting setting) {
        return setting.written();
    }
}
