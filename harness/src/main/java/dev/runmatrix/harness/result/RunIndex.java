// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The folder of all runs: {@code index.jsonl}, which only grows, and the link {@code latest}. */
public final class RunIndex {

    public static final String INDEX_FILE = "index.jsonl";
    public static final String LATEST = "latest";

    private final Path results;

    public RunIndex(Path results) {
        this.results = results;
    }

    /** Adds what a run came to at the end of a sitting; a later line of the same run takes the place of an earlier one. */
    public void append(IndexEntry entry) throws IOException {
        Path file = results.resolve(INDEX_FILE);
        String line = RunJson.MAPPER.writeValueAsString(entry) + "\n";
        Files.writeString(
                file, endsTorn(file) ? "\n" + line : line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The last line of each run, by id; lines that cannot be read, as a kill leaves them, are passed over. */
    public Map<String, IndexEntry> entries() throws IOException {
        Map<String, IndexEntry> entries = new LinkedHashMap<>();
        Path file = results.resolve(INDEX_FILE);
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                entry(line).ifPresent(entry -> entries.put(entry.id(), entry));
            }
        }
        return entries;
    }

    private static Optional<IndexEntry> entry(String line) {
        try {
            return Optional.ofNullable(RunJson.MAPPER.readValue(line, IndexEntry.class))
                    .filter(entry -> IndexEntry.SCHEMA.equals(entry.schema()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean endsTorn(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) == 0) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) != '\n';
        }
    }

    /** Lets {@code latest} name a run; where the file system has no links, there is none. */
    public void pointLatestTo(String id) throws IOException {
        Path temporary = results.resolve("." + LATEST + "." + id);
        try {
            Files.createSymbolicLink(temporary, Path.of(id));
            Files.move(temporary, results.resolve(LATEST), StandardCopyOption.ATOMIC_MOVE);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.deleteIfExists(temporary);
        }
    }
}
