// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.RegionDetail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * What a fork says about itself, last thing before it ends. Without such a file the region did not end.
 *
 * @param beginEpochMillis begin of the region, milliseconds since 1970 on the machine's clock
 * @param wallNanos elapsed time of the region
 * @param cpuNanos user and system time of the process during the region, in steps of the kernel's ticks
 * @param gcMillis time in garbage collections during the region
 * @param gcCount garbage collections during the region
 * @param peakHeapBytes sum of the heap pools' peaks during the region; an upper bound, as they need not coincide
 * @param rowsRead input rows of the region
 * @param peakRssBytes the kernel's high-water mark of the resident set; empty where not readable
 * @param jvm what kind of JVM this is
 * @param choice the settings that the program chose and why, one line; absent where it was told them
 * @param detail what happened within the region; absent where the program keeps no account of its work
 */
public record ForkReport(
        long beginEpochMillis,
        long wallNanos,
        long cpuNanos,
        long gcMillis,
        long gcCount,
        long peakHeapBytes,
        long rowsRead,
        OptionalLong peakRssBytes,
        ForkJvm jvm,
        Optional<String> choice,
        Optional<RegionDetail> detail) {

    /** This report, with a choice. */
    ForkReport choosing(Optional<String> chosen) {
        return new ForkReport(
                beginEpochMillis,
                wallNanos,
                cpuNanos,
                gcMillis,
                gcCount,
                peakHeapBytes,
                rowsRead,
                peakRssBytes,
                jvm,
                chosen,
                detail);
    }

    /** Writes the report; a reader sees it whole or not at all. */
    public void write(Path file) throws IOException {
        Properties text = new Properties();
        text.setProperty("begin_epoch_ms", Long.toString(beginEpochMillis));
        text.setProperty("wall_ns", Long.toString(wallNanos));
        text.setProperty("cpu_ns", Long.toString(cpuNanos));
        text.setProperty("gc_ms", Long.toString(gcMillis));
        text.setProperty("gc_count", Long.toString(gcCount));
        text.setProperty("peak_heap_bytes", Long.toString(peakHeapBytes));
        text.setProperty("rows_read", Long.toString(rowsRead));
        peakRssBytes.ifPresent(bytes -> text.setProperty("peak_rss_bytes", Long.toString(bytes)));
        text.setProperty("jvm_version", jvm.version());
        text.setProperty("collector", jvm.collector());
        text.setProperty("max_heap_bytes", Long.toString(jvm.maxHeapBytes()));
        choice.ifPresent(line -> text.setProperty("choice", line));
        detail.ifPresent(happened -> DetailText.put(happened, text));
        PropertyFile.write(file, text);
    }

    /** Reads a report back. */
    public static ForkReport read(Path file) throws IOException {
        Properties text = PropertyFile.read(file);
        String peakRss = text.getProperty("peak_rss_bytes");
        return new ForkReport(
                PropertyFile.number(file, text, "begin_epoch_ms"),
                PropertyFile.number(file, text, "wall_ns"),
                PropertyFile.number(file, text, "cpu_ns"),
                PropertyFile.number(file, text, "gc_ms"),
                PropertyFile.number(file, text, "gc_count"),
                PropertyFile.number(file, text, "peak_heap_bytes"),
                PropertyFile.number(file, text, "rows_read"),
                peakRss == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(peakRss)),
                new ForkJvm(
                        PropertyFile.require(file, text, "jvm_version"),
                        PropertyFile.require(file, text, "collector"),
                        PropertyFile.number(file, text, "max_heap_bytes")),
                Optional.ofNullable(text.getProperty("choice")),
                DetailText.in(file, text));
    }
}
