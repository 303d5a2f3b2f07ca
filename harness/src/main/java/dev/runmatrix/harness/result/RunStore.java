// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The directory of one run, {@code results/<run-id>/}. {@code forks.jsonl} is the truth: a line is written and forced to
 * the disk as its attempt ends, so that whatever stops the harness, nothing measured is lost.
 */
public final class RunStore {

    public static final String RUN_FILE = "run.json";
    public static final String FORKS_FILE = "forks.jsonl";

    private final Path directory;

    private RunStore(Path directory) {
        this.directory = directory;
    }

    /** Makes the directory of a new run and writes its frame. */
    public static RunStore create(Path results, RunRecord run) throws IOException {
        Path directory = results.resolve(run.id());
        Files.createDirectories(results);
        Files.createDirectory(directory);
        RunStore store = new RunStore(directory);
        store.write(run);
        return store;
    }

    public Path directory() {
        return directory;
    }

    /** Replaces the frame: written beside, then renamed, so that a reader sees the old or the new one. */
    public void write(RunRecord run) throws IOException {
        Path temporary = directory.resolve(RUN_FILE + ".tmp");
        byte[] json = RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(run);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeFully(channel, json);
            channel.force(true);
        }
        Files.move(temporary, directory.resolve(RUN_FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Adds one attempt; returns when the line is on the disk. */
    public void append(ForkRecord fork) throws IOException {
        byte[] line = (RunJson.MAPPER.writeValueAsString(fork) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                directory.resolve(FORKS_FILE),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            writeFully(channel, line);
            channel.force(true);
        }
    }

    /**
     * Reads a run back, whole or as far as it came.
     *
     * @throws UnreadableRunException if the directory holds no run, a run of another schema version, or a damaged line
     *     before the last
     */
    public static StoredRun read(Path directory) throws IOException, UnreadableRunException {
        Path runFile = directory.resolve(RUN_FILE);
        if (!Files.isRegularFile(runFile)) {
            throw new UnreadableRunException(
                    directory + ": no stored run here (no " + RUN_FILE + "); see the folders below results/");
        }
        RunRecord run;
        try {
            JsonNode json = RunJson.MAPPER.readTree(Files.readAllBytes(runFile));
            requireSchema(runFile.toString(), RunRecord.SCHEMA, json);
            run = RunJson.MAPPER.treeToValue(json, RunRecord.class);
        } catch (JsonProcessingException e) {
            throw new UnreadableRunException(runFile + ": " + firstLine(e));
        }
        Path forksFile = directory.resolve(FORKS_FILE);
        String text = Files.exists(forksFile) ? Files.readString(forksFile) : "";
        boolean torn = !text.isEmpty() && !text.endsWith("\n");
        return new StoredRun(directory, run, forks(forksFile, text), torn);
    }

    private static List<ForkRecord> forks(Path file, String text) throws UnreadableRunException {
        List<ForkRecord> forks = new ArrayList<>();
        int number = 0;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            number++;
            String where = file + ":" + number;
            try {
                JsonNode json = RunJson.MAPPER.readTree(text.substring(start, end));
                requireSchema(where, ForkRecord.SCHEMA, json);
                forks.add(RunJson.MAPPER.treeToValue(json, ForkRecord.class));
            } catch (JsonProcessingException e) {
                throw new UnreadableRunException(where + ": " + firstLine(e));
            }
            start = end + 1;
        }
        return forks;
    }

    /** Before anything else is read, as another version may have other fields. */
    private static void requireSchema(String where, String expected, JsonNode json) throws UnreadableRunException {
        String actual = json.path("schema").asText("");
        if (!expected.equals(actual)) {
            throw new UnreadableRunException(where + ": schema '" + actual + "' is not '" + expected
                    + "'; render it with the version of run-matrix that made it");
        }
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("not readable as JSON");
    }

    private static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
