// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import dev.runmatrix.harness.result.live.LiveSetting;
import java.util.Optional;

/**
 * The setting that explains a verdict, and what to write instead.
 *
 * @param kind what it explains
 * @param setting the setting; absent where its absence explains it
 * @param instead the value to write; absent where that cannot be known
 */
public record Explanation(Kind kind, Optional<LiveSetting> setting, Optional<String> instead) {

    /** How a setting explains a verdict. */
    public enum Kind {
        /** Chunks are worked on one after the other, whatever the number of workers. */
        SERIAL_CHUNKS,
        /** One worker was asked for. */
        ONE_WORKER,
        /** More workers than cores are granted. */
        MORE_WORKERS_THAN_CORES,
        /** The heap of a JVM is limited. */
        SMALL_HEAP,
        /** So few cores are granted that there can be no more than one at work. */
        ONE_CORE_GRANTED,
        /** Several workers were asked for and nothing that was read keeps them from working. */
        NOT_IN_SETTINGS
    }

    static Optional<Explanation> of(TriageFacts facts, Diagnosis verdict) {
        return switch (verdict) {
            case ONE_THREAD_WORKS, FEWER_THAN_REQUESTED, TAKING_TURNS -> ofTooFewCores(facts);
            case BUSY_SINGLE_THREAD, BUSY -> ofOneThread(facts);
            case THROTTLED, BUSY_IN_PARALLEL -> ofTooManyWorkers(facts);
            case COLLECTING_GARBAGE -> ofHeap(facts);
            default -> Optional.empty();
        };
    }

    private static Optional<Explanation> ofTooFewCores(TriageFacts facts) {
        return serial(facts)
                .or(() -> oneWorker(facts))
                .or(() -> facts.settings()
                        .workers()
                        .map(workers -> new Explanation(Kind.NOT_IN_SETTINGS, Optional.of(workers), Optional.empty())));
    }

    private static Optional<Explanation> ofOneThread(TriageFacts facts) {
        if (facts.grantedCores() < 1.5) {
            return Optional.of(new Explanation(Kind.ONE_CORE_GRANTED, Optional.empty(), Optional.empty()));
        }
        return serial(facts).or(() -> oneWorker(facts));
    }

    private static Optional<Explanation> serial(TriageFacts facts) {
        return facts.settings()
                .serialChunks()
                .map(setting -> new Explanation(Kind.SERIAL_CHUNKS, Optional.of(setting), Optional.of("true")));
    }

    private static Optional<Explanation> oneWorker(TriageFacts facts) {
        return facts.settings()
                .workers()
                .filter(workers -> workers.value().equals("1"))
                .map(workers -> new Explanation(Kind.ONE_WORKER, Optional.of(workers), cores(facts)));
    }

    private static Optional<Explanation> ofTooManyWorkers(TriageFacts facts) {
        double requested =
                facts.settings().requestedWorkers(facts.grantedCores()).orElse(0.0);
        return facts.settings()
                .workers()
                .filter(workers -> requested > Math.ceil(facts.grantedCores()))
                .map(workers -> new Explanation(Kind.MORE_WORKERS_THAN_CORES, Optional.of(workers), cores(facts)));
    }

    private static Optional<Explanation> ofHeap(TriageFacts facts) {
        return facts.seen().process().command().stream()
                .filter(argument -> argument.startsWith("-Xmx"))
                .reduce((first, last) -> last)
                .map(argument -> new Explanation(
                        Kind.SMALL_HEAP,
                        Optional.of(new LiveSetting("heap", argument, argument, "the command line", true)),
                        Optional.empty()));
    }

    private static Optional<String> cores(TriageFacts facts) {
        long whole = Math.max(1, (long) Math.floor(facts.grantedCores() + 1e-9));
        return Optional.of(Long.toString(whole));
    }
}
