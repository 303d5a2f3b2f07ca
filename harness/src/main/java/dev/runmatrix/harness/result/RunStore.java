// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.runmatrix.harness.matrix.PlannedCell;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The directory of one run, {@code results/<run-id>/}. {@code forks.jsonl} is the truth: a line is written and forced to
 * the disk as its attempt ends, so that whatever stops the harness, nothing measured is lost.
 */
public final class RunStore {

    public static final String RUN_FILE = "run.json";
    public static final String FORKS_FILE = "forks.jsonl";

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

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

    /**
     * Opens the directory of a run to which attempts are to be added. A half-written last line, as a kill leaves it, is cut
     * off, as the next one would be written behind it.
     */
    public static RunStore open(Path directory) throws IOException {
        RunStore store = new RunStore(directory);
        store.cutTornLine();
        return store;
    }

    public Path directory() {
        return directory;
    }

    /** Replaces the frame: a reader sees the old or the new one. */
    public void write(RunRecord run) throws IOException {
        byte[] json = RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(run);
        WholeFile.writeThrough(directory.resolve(RUN_FILE), json);
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
        RunRecord run = readFrame(directory);
        Path forksFile = directory.resolve(FORKS_FILE);
        byte[] text = Files.exists(forksFile) ? Files.readAllBytes(forksFile) : new byte[0];
        boolean torn = text.length > 0 && text[text.length - 1] != '\n';
        return new StoredRun(directory, run, forks(forksFile, text), torn);
    }

    /**
     * Reads the frame of a run alone.
     *
     * @throws UnreadableRunException if the directory holds no run, or a run of another schema version
     */
    public static RunRecord readFrame(Path directory) throws IOException, UnreadableRunException {
        Path runFile = directory.resolve(RUN_FILE);
        if (!Files.isRegularFile(runFile)) {
            throw new UnreadableRunException(
                    directory + ": no stored run here (no " + RUN_FILE + "); see the folders below results/");
        }
        try {
            JsonNode json = RunJson.MAPPER.readTree(Files.readAllBytes(runFile));
            requireSchema(runFile.toString(), RunRecord.SCHEMA, json);
            StoredNumbers.require(runFile.toString(), json);
            RunRecord run = RunJson.MAPPER.treeToValue(json, RunRecord.class);
            requirePlainNames(runFile, run);
            return run;
        } catch (JsonProcessingException e) {
            throw new UnreadableRunException(runFile + ": " + firstLine(e));
        }
    }

    private static List<ForkRecord> forks(Path file, byte[] text) throws IOException, UnreadableRunException {
        List<ForkRecord> forks = new ArrayList<>();
        int start = 0;
        for (int end = 0; end < text.length; end++) {
            if (text[end] == '\n') {
                forks.add(fork(file + ":" + (forks.size() + 1), text, start, end));
                start = end + 1;
            }
        }
        return forks;
    }

    private static ForkRecord fork(String where, byte[] text, int start, int end)
            throws IOException, UnreadableRunException {
        try {
            JsonNode json = RunJson.MAPPER.readTree(text, start, end - start);
            requireSchema(where, ForkRecord.SCHEMA, json);
            StoredNumbers.require(where, json);
            return RunJson.MAPPER.treeToValue(json, ForkRecord.class);
        } catch (JsonProcessingException e) {
            throw new UnreadableRunException(where + ": " + firstLine(e));
        }
    }

    private void cutTornLine() throws IOException {
        Path file = directory.resolve(FORKS_FILE);
        if (!Files.exists(file)) {
            return;
        }
        byte[] text = Files.readAllBytes(file);
        int whole = text.length;
        while (whole > 0 && text[whole - 1] != '\n') {
            whole--;
        }
        if (whole < text.length) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
                channel.force(true);
            }
        }
    }

    /** Before anything else is read, as another version may have other fields. */
    private static void requireSchema(String where, String expected, JsonNode json) throws UnreadableRunException {
        String actual = json.path("schema").asText("");
        if (!expected.equals(actual)) {
            throw new UnreadableRunException(where + ": schema '" + actual + "' is not '" + expected
                    + "'; render it with the version of run-matrix that made it");
        }
    }

    /** Cells have folders of their names. */
    private static void requirePlainNames(Path runFile, RunRecord run) throws UnreadableRunException {
        String others = run.plan().cells().stream()
                .map(PlannedCell::name)
                .filter(name -> !PLAIN_NAME.matcher(name).matches())
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            throw new UnreadableRunException(runFile + ": a cell is named " + others
                    + ", but names of cells are letters, digits, dots, hyphens and underscores, as C01 is;"
                    + " render the run as it was measured");
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
