// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** What happened within a region, as properties; a thread is one of them, its name last as that may hold anything. */
final class DetailText {

    private static final String THREAD = "thread.";
    private static final String ABSENT = "-";
    private static final int FIELDS = 7;

    private DetailText() {}

    static void put(RegionDetail detail, Properties text) {
        text.setProperty("chunks", Long.toString(detail.chunks()));
        text.setProperty("chunk_rows", Long.toString(detail.chunkRows()));
        detail.firstChunkMillis().ifPresent(millis -> text.setProperty("first_chunk_ms", Long.toString(millis)));
        text.setProperty("read_ns", Long.toString(detail.readNanos()));
        text.setProperty("full_collections", Long.toString(detail.fullCollections()));
        detail.liveHeapBytes().ifPresent(bytes -> text.setProperty("live_heap_bytes", Long.toString(bytes)));
        for (int i = 0; i < detail.threads().size(); i++) {
            text.setProperty(THREAD + i, line(detail.threads().get(i)));
        }
    }

    /** Reads it back; absent where there is none. */
    static Optional<RegionDetail> in(Path file, Properties text) throws IOException {
        if (text.getProperty("chunks") == null) {
            return Optional.empty();
        }
        List<ThreadTimes> threads = new ArrayList<>();
        for (String line = text.getProperty(THREAD + 0); line != null; ) {
            threads.add(thread(file, line));
            line = text.getProperty(THREAD + threads.size());
        }
        return Optional.of(new RegionDetail(
                threads,
                PropertyFile.number(file, text, "chunks"),
                PropertyFile.number(file, text, "chunk_rows"),
                Optional.ofNullable(text.getProperty("first_chunk_ms")).map(Long::valueOf),
                PropertyFile.number(file, text, "read_ns"),
                PropertyFile.number(file, text, "full_collections"),
                Optional.ofNullable(text.getProperty("live_heap_bytes")).map(Long::valueOf)));
    }

    private static String line(ThreadTimes thread) {
        return String.join(
                " ",
                thread.role().name(),
                Integer.toString(thread.count()),
                Long.toString(thread.firstMillis()),
                Long.toString(thread.lastMillis()),
                Long.toString(thread.cpuNanos()),
                thread.runQueueNanos().map(nanos -> Long.toString(nanos)).orElse(ABSENT),
                thread.name());
    }

    private static ThreadTimes thread(Path file, String line) throws IOException {
        String[] fields = line.split(" ", FIELDS);
        if (fields.length < FIELDS) {
            throw new IOException(file + ": '" + line + "' is no thread");
        }
        return new ThreadTimes(
                fields[6],
                ThreadRole.valueOf(fields[0]),
                Integer.parseInt(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]),
                fields[5].equals(ABSENT) ? Optional.empty() : Optional.of(Long.valueOf(fields[5])));
    }
}
