// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of {@code forks.jsonl}.
 *
 * @param line as it stands
 * @param program whether its process is what was measured, and not a region in it
 */
record RecordedFork(JsonNode line, boolean program) {

    private static final double NANOS = 1e9;
    private static final double LOAD = 0.15;
    private static final double STOLEN = 0.02;

    /** Whether it counts and has ended with a result. */
    static boolean isCounted(JsonNode line) {
        return line.get("fork").asInt() > 0 && line.get("status").asText().equals("ok");
    }

    /** A number of it; 0 where there is none. */
    double at(String pointer) {
        return line.at(pointer).asDouble();
    }

    private JsonNode span() {
        return line.get(program ? "process" : "region");
    }

    double wall() {
        return span().get("wall_nanos").asLong() / NANOS;
    }

    double cpu() {
        return span().get("cpu_nanos").asLong() / NANOS;
    }

    double cores() {
        return cpu() / wall();
    }

    /** From the start of the process to its end. */
    double life() {
        return at("/process/wall_nanos") / NANOS;
    }

    boolean isDisturbed() {
        return foreign() > LOAD || stolen() > STOLEN;
    }

    double foreign() {
        return at("/noise/foreign_cores");
    }

    double stolen() {
        return at("/noise/steal_fraction");
    }

    /** A number of nanoseconds, as a share of its life. */
    double shareOfLife(String pointer) {
        return at(pointer) / NANOS / life();
    }

    /** Time in collections, a share of the region. */
    double pauses() {
        return at("/region/gc_millis") / 1e3 / (at("/region/wall_nanos") / NANOS);
    }

    List<JsonNode> threads(String role) {
        JsonNode seen = program ? span().get("threads") : span().at("/detail/threads");
        List<JsonNode> threads = new ArrayList<>();
        for (JsonNode thread : seen) {
            if (thread.get("role").asText().equals(role)) {
                threads.add(thread);
            }
        }
        return threads;
    }

    /** CPU time of the threads of a role. */
    double seconds(String role) {
        return sum(role, "cpu_nanos");
    }

    double sum(String role, String number) {
        return threads(role).stream().mapToLong(t -> t.path(number).asLong()).sum() / NANOS;
    }

    double share(String role) {
        return seconds(role) / cpu();
    }

    /** CPU time without that of the collector and the compilers. */
    double own() {
        return Math.max(seconds("work"), cpu() - seconds("garbage") - seconds("compiler"));
    }
}
