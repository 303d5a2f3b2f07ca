// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.AggregationCounters;
import dev.runmatrix.aggregator.AggregationResult;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.PhaseTime;
import dev.runmatrix.aggregator.Setting;
import dev.runmatrix.aggregator.choice.Choice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** What {@code --stats} writes. */
final class AggregateStats {

    private AggregateStats() {}

    static byte[] json(AggregationConfig config, AggregationResult result) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            writeCounters(json, result.counters());
            writePhases(json, result);
            json.writeNumberField("files", result.files());
            json.writeNumberField("threads", result.workers());
            json.writeNumberField("peak_heap_bytes", peakHeapBytes());
            writeSettings(json, config);
            if (result.choice().isPresent()) {
                writeChosen(json, result.choice().get());
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeCounters(JsonGenerator json, AggregationCounters counters) throws IOException {
        json.writeNumberField("usage_rows_read", counters.rowsRead());
        json.writeNumberField("usage_rows_bad_interval", counters.badIntervals());
        json.writeNumberField("usage_rows_out_of_range", counters.outOfRange());
        json.writeNumberField("usage_rows_no_node", counters.noNode());
        json.writeNumberField("bad_label_texts", counters.badLabels());
        json.writeNumberField("non_finite_numbers", counters.nonFiniteNumbers());
        json.writeNumberField("summary_rows", counters.summaryRows());
    }

    private static void writePhases(JsonGenerator json, AggregationResult result) throws IOException {
        json.writeObjectFieldStart("phase_wall_nanos");
        for (PhaseTime phase : result.phases()) {
            json.writeNumberField(phase.name(), phase.wallNanos());
        }
        json.writeEndObject();
    }

    /** The pools peak at different times, so this is an upper bound. */
    private static long peakHeapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** What was asked for. */
    private static void writeSettings(JsonGenerator json, AggregationConfig config) throws IOException {
        json.writeObjectFieldStart("settings");
        json.writeStringField("mode", config.mode().toString());
        if (isGiven(config, Setting.PARALLEL_CHUNKS)) {
            json.writeBooleanField("parallel_chunks", config.parallelChunks());
        }
        if (isGiven(config, Setting.MAX_WORKERS)) {
            json.writeNumberField("max_workers", config.maxWorkers());
        }
        if (isGiven(config, Setting.CHUNK_SIZE)) {
            json.writeNumberField("chunk_size", config.chunkSize());
        }
        if (config.parallelReaders().isPresent()) {
            json.writeNumberField("parallel_readers", config.parallelReaders().getAsInt());
        }
        json.writeEndObject();
    }

    private static boolean isGiven(AggregationConfig config, Setting setting) {
        return config.mode() != Mode.AUTO || !config.free().contains(setting);
    }

    /** What {@code auto} made of it. */
    private static void writeChosen(JsonGenerator json, Choice choice) throws IOException {
        json.writeObjectFieldStart("chosen");
        json.writeStringField("mode", (choice.streaming() ? Mode.STREAMING : Mode.IN_MEMORY).toString());
        json.writeBooleanField("parallel_chunks", choice.parallelChunks());
        json.writeNumberField("max_workers", choice.maxWorkers());
        json.writeNumberField("chunk_size", choice.chunkSize());
        json.writeArrayFieldStart("reasons");
        for (String reason : choice.reasons()) {
            json.writeString(reason);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
