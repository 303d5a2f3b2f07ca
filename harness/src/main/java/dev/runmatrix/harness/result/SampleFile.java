// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * {@code samples/*.csv}: a header and a line a sample, times in milliseconds, sizes in bytes, an empty field for a value
 * that was not read. The column {@code cores} is for people who open the file: CPU time ÷ time since the line before.
 */
public final class SampleFile {

    private static final String[] COLUMNS = {
        "t_ms", "cpu_ms", "cores", "rss_bytes", "threads", "read_bytes", "write_bytes", "host_busy_ms", "runq_ms"
    };

    private SampleFile() {}

    /** Writes all samples of one fork, in time order. */
    public static void write(Path file, List<ResourceSample> samples) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(COLUMNS)
                .setRecordSeparator('\n')
                .get();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), format)) {
            long lastTime = 0;
            long lastCpu = 0;
            for (ResourceSample s : samples) {
                long span = s.elapsedMillis() - lastTime;
                printer.printRecord(
                        s.elapsedMillis(),
                        s.cpuMillis(),
                        span > 0 ? Math.round(100.0 * (s.cpuMillis() - lastCpu) / span) / 100.0 : "",
                        s.rssBytes(),
                        s.threads(),
                        s.readBytes(),
                        s.writeBytes(),
                        s.hostBusyMillis(),
                        s.runQueueMillis().isPresent() ? s.runQueueMillis().getAsLong() : "");
                lastTime = s.elapsedMillis();
                lastCpu = s.cpuMillis();
            }
        }
    }

    /**
     * Reads the samples of one fork back.
     *
     * @throws UnreadableRunException if the file is not such a table
     */
    public static List<ResourceSample> read(Path file) throws IOException, UnreadableRunException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<ResourceSample> samples = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : parser) {
                samples.add(sample(row));
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableRunException(file + ": not a table of samples: " + e.getMessage());
        }
        return samples;
    }

    private static ResourceSample sample(CSVRecord row) {
        String runQueue = row.get("runq_ms");
        return new ResourceSample(
                Long.parseLong(row.get("t_ms")),
                Long.parseLong(row.get("cpu_ms")),
                Long.parseLong(row.get("rss_bytes")),
                Integer.parseInt(row.get("threads")),
                Long.parseLong(row.get("read_bytes")),
                Long.parseLong(row.get("write_bytes")),
                Long.parseLong(row.get("host_busy_ms")),
                runQueue.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(runQueue)));
    }
}
