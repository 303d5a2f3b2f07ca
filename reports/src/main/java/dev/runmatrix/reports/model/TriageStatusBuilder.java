// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.live.GroupMemory;
import dev.runmatrix.harness.result.live.LiveCounters;
import dev.runmatrix.harness.result.live.LiveGrant;
import dev.runmatrix.harness.result.live.LiveSample;
import dev.runmatrix.harness.result.live.ThreadStates;
import dev.runmatrix.reports.triage.TriageFacts;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of everything that was read. */
final class TriageStatusBuilder {

    private static final String NOT_READABLE = "not readable";

    private final TriageFacts facts;

    TriageStatusBuilder(TriageFacts facts) {
        this.facts = facts;
    }

    List<KeyValue> build() {
        List<KeyValue> rows = new ArrayList<>();
        rows.add(row("Cores used", cores()));
        rows.add(row("Workers requested", workers()));
        rows.add(row("Memory (RSS)", memory()));
        rows.add(row("Threads", threads()));
        rows.add(row("Run-queue delay", runQueue()));
        rows.add(row("Storage", storage()));
        rows.add(row("Read and written", traffic()));
        rows.add(row("Throttling", throttling()));
        rows.add(row("Swap, major faults", swap()));
        pressure().ifPresent(text -> rows.add(row("Pressure", text)));
        rows.add(row("Machine", machine()));
        return rows;
    }

    private static KeyValue row(String key, String value) {
        return new KeyValue(key, Text.of(value));
    }

    private String cores() {
        LiveGrant grant = facts.seen().grant();
        String why = grant.quotaCores()
                .filter(quota -> quota < grant.affinityCores())
                .map(quota -> " by quota")
                .orElse(grant.affinityCores() < facts.seen().machine().processors() ? " by affinity" : "");
        return Units.cores(facts.usedCores()) + " of " + Units.grantedCores(facts.grantedCores()) + " granted" + why;
    }

    private String workers() {
        Optional<String> written =
                facts.settings().workers().map(setting -> setting.value() + " (" + setting.written() + ")");
        String unsaid = facts.settings().aggregator()
                ? "as many as processors (no --max-workers)"
                : "not known; --config FILE reads them";
        return written.orElse(unsaid);
    }

    private String memory() {
        LiveSample last = facts.seen().last();
        String text = TriageUnits.bytes(last.rssBytes()) + ", at most " + TriageUnits.bytes(facts.greatestRssBytes());
        Optional<GroupMemory> group = facts.seen().grant().memory();
        if (group.isPresent()) {
            String used = group.get()
                    .usedBytes()
                    .map(bytes -> "; the group uses " + TriageUnits.bytes(bytes))
                    .orElse("");
            return text + "; "
                    + Units.percent((double) last.rssBytes() / group.get().limitBytes()) + " of the limit of "
                    + TriageUnits.bytes(group.get().limitBytes()) + used;
        }
        return facts.seen()
                .machine()
                .memoryBytes()
                .map(all -> text + "; no limit, " + Units.percent((double) last.rssBytes() / all) + " of "
                        + TriageUnits.bytes(all))
                .orElse(text);
    }

    private String threads() {
        LiveSample last = facts.seen().last();
        ThreadStates states = last.states();
        List<String> parts = new ArrayList<>();
        add(parts, states.running(), "running");
        add(parts, states.sleeping(), "sleeping");
        add(parts, states.blocked(), "blocked");
        add(parts, states.stopped(), "stopped");
        String processes = Units.counted(last.processes(), "process", "processes");
        return processes + ", " + Units.counted(states.all(), "thread", "threads") + " at the end"
                + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    private static void add(List<String> parts, int number, String word) {
        if (number > 0) {
            parts.add(number + " " + word);
        }
    }

    private String runQueue() {
        return facts.seen().last().runQueueNanos().isEmpty()
                ? NOT_READABLE
                : Units.cores(facts.queuedCores()) + " threads ready without a processor, on average";
    }

    private String storage() {
        LiveCounters counters = facts.seen().counters();
        String waits = "; " + Units.cores(facts.blockedThreads()) + " threads blocked, on average";
        return rates(counters.storageReadBytes(), counters.storageWrittenBytes()) + waits;
    }

    private String traffic() {
        LiveCounters counters = facts.seen().counters();
        return rates(counters.readBytes(), counters.writtenBytes())
                + (counters.readBytes().isPresent() ? ", page cache included" : "");
    }

    private String rates(Optional<Long> read, Optional<Long> written) {
        if (read.isEmpty()) {
            return NOT_READABLE;
        }
        return "reads " + TriageUnits.bytesPerSecond(read.get() / facts.seconds()) + ", writes "
                + written.map(bytes -> TriageUnits.bytesPerSecond(bytes / facts.seconds()))
                        .orElse(NOT_READABLE);
    }

    private String throttling() {
        Optional<Double> quota = facts.seen().grant().quotaCores();
        if (quota.isEmpty()) {
            return "no quota";
        }
        String share = facts.throttledShare().map(Units::percent).orElse(NOT_READABLE);
        String periods = facts.throttledPeriods()
                .map(part -> ", in " + Units.percent(part) + " of the periods")
                .orElse("");
        return share + " of the time by a quota of " + Units.grantedCores(quota.get()) + " cores" + periods;
    }

    private String swap() {
        String swap = facts.seen().last().swapBytes().map(TriageUnits::bytes).orElse(NOT_READABLE);
        String faults = facts.majorFaultsPerSecond()
                .map(rate -> TriageUnits.amount(rate) + "/s")
                .orElse(NOT_READABLE);
        return swap + ", " + faults;
    }

    private Optional<String> pressure() {
        String whose = facts.seen().grant().ownPressure() ? "of its control group" : "of the whole machine";
        return facts.seen()
                .grant()
                .pressure()
                .map(pressure ->
                        "processors " + share(pressure.cpuNanos()) + ", memory " + share(pressure.memoryNanos())
                                + ", storage " + share(pressure.ioNanos()) + " of the time; " + whose);
    }

    private String share(Optional<Long> nanos) {
        return nanos.map(value -> Units.percent(Math.min(1, value / 1e9 / facts.seconds())))
                .orElse(NOT_READABLE);
    }

    private String machine() {
        return Units.counted(facts.seen().machine().processors(), "processor", "processors") + "; others use "
                + Units.cores(facts.foreignCores()) + " cores, the hypervisor " + Units.percent(facts.stealShare())
                + " of capacity";
    }
}
