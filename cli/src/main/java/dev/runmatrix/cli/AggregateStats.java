// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.AggregationCounters;
import dev.runmatrix.aggregator.AggregationResult;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.Output;
import dev.runmatrix.aggregator.PhaseTime;
import dev.runmatrix.aggregator.Setting;
import dev.runmatrix.aggregator.ThreadWork;
import dev.runmatrix.aggregator.WorkAccount;
import dev.runmatrix.aggregator.choice.Choice;
import dev.runmatrix.aggregator.storage.Transfers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What {@code --stats} writes. */
final class AggregateStats {

    private AggregateStats() {}

    static byte[] json(AggregationConfig config, AggregationResult result, PhaseMeter meter) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            writeCounters(json, result.counters());
            writePhases(json, result, meter);
            json.writeNumberField("files", result.files());
            json.writeNumberField("threads", result.workers());
            json.writeNumberField("bytes_read", result.bytesRead());
            if (result.transfers().isPresent()) {
                writeTransfers(json, result.transfers().get());
            }
            if (config.output() instanceof Output.SummaryFile file) {
                json.writeNumberField("bytes_written", Files.size(file.path()));
            }
            writeWork(json, result.work());
            json.writeNumberField("spilled_bytes", result.spilled().bytes());
            json.writeNumberField("spilled_runs", result.spilled().runs());
            json.writeNumberField("peak_heap_bytes", peakHeapBytes());
            writeCollections(json);
            writeTexts(json, "notes", result.notes());
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

    private static void writePhases(JsonGenerator json, AggregationResult result, PhaseMeter meter) throws IOException {
        // What was done a second time, as statistics proved wrong, is added up.
        Map<String, Long> wallNanos = new LinkedHashMap<>();
        for (PhaseTime phase : result.phases()) {
            wallNanos.merge(phase.name(), phase.wallNanos(), Long::sum);
        }
        writeNumbers(json, "phase_wall_nanos", wallNanos);
        writeNumbers(json, "phase_cpu_nanos", meter.cpuNanos());
        json.writeNumberField("process_cpu_nanos", meter.processCpuNanos());
    }

    private static void writeTransfers(JsonGenerator json, Transfers transfers) throws IOException {
        json.writeObjectFieldStart("s3");
        json.writeNumberField("requests", transfers.requests());
        json.writeNumberField("repeated", transfers.repeated());
        json.writeNumberField("bytes", transfers.bytes());
        json.writeEndObject();
    }

    private static void writeWork(JsonGenerator json, WorkAccount work) throws IOException {
        json.writeNumberField("read_nanos", work.readNanos());
        json.writeNumberField("chunks", work.chunks());
        json.writeNumberField("chunk_rows", work.chunkRows());
        if (work.firstChunkNanos().isPresent()) {
            json.writeNumberField("first_chunk_nanos", work.firstChunkNanos().get());
        }
        json.writeArrayFieldStart("thread_work");
        for (ThreadWork thread : work.threads()) {
            json.writeStartObject();
            json.writeStringField("name", thread.name());
            json.writeNumberField("first_nanos", thread.firstNanos());
            json.writeNumberField("last_nanos", thread.lastNanos());
            json.writeNumberField("cpu_nanos", thread.cpuNanos());
            if (thread.runQueueNanos().isPresent()) {
                json.writeNumberField("run_queue_nanos", thread.runQueueNanos().get());
            }
            json.writeNumberField("chunks", thread.chunks());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeNumbers(JsonGenerator json, String name, Map<String, Long> numbers) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            json.writeNumberField(number.getKey(), number.getValue());
        }
        json.writeEndObject();
    }

    /** A collector that does not say is left out. */
    private static void writeCollections(JsonGenerator json) throws IOException {
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        json.writeNumberField("gc_count", sum(collectors, GarbageCollectorMXBean::getCollectionCount));
        json.writeNumberField("gc_millis", sum(collectors, GarbageCollectorMXBean::getCollectionTime));
    }

    private static long sum(List<GarbageCollectorMXBean> collectors, ToLongFunction<GarbageCollectorMXBean> number) {
        return collectors.stream().mapToLong(number).filter(n -> n >= 0).sum();
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
        writeTexts(json, "reasons", choice.reasons());
        json.writeEndObject();
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
