// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of one search for a memory floor, {@code results/floors/<id>/}. Each attempt is on the disk before the next one
 * begins.
 */
public final class FloorStore {

    /** The folder of all searches, below that of the runs. */
    public static final String FOLDER = "floors";

    public static final String FLOOR_FILE = "floor.json";
    public static final String ATTEMPTS_FILE = "attempts.jsonl";

    private final Path directory;

    private FloorStore(Path directory) {
        this.directory = directory;
    }

    /** Makes the folder of a new search and writes its frame. */
    public static FloorStore create(Path directory, FloorRecord floor) throws IOException {
        Files.createDirectories(directory);
        FloorStore store = new FloorStore(directory);
        store.write(floor);
        return store;
    }

    public Path directory() {
        return directory;
    }

    /** Replaces the frame. */
    public void write(FloorRecord floor) throws IOException {
        StoredJson.write(directory.resolve(FLOOR_FILE), floor);
    }

    /** Adds one attempt; returns when the line is on the disk. */
    public void append(FloorAttempt attempt) throws IOException {
        byte[] line = (RunJson.MAPPER.writeValueAsString(attempt) + "\n").getBytes(StandardCharsets.UTF_8);
        Path file = directory.resolve(ATTEMPTS_FILE);
        Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Reads the frame back.
     *
     * @throws UnreadableRunException if the folder holds none, or one of another schema version
     */
    public static FloorRecord read(Path directory) throws IOException, UnreadableRunException {
        return StoredJson.read(directory.resolve(FLOOR_FILE), FloorRecord.SCHEMA, FloorRecord.class);
    }

    /** Reads the attempts back; a half-written last line, as a kill leaves it, is left out. */
    public static List<FloorAttempt> attempts(Path directory) throws IOException, UnreadableRunException {
        Path file = directory.resolve(ATTEMPTS_FILE);
        List<FloorAttempt> attempts = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            String text = Files.readString(file);
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                attempts.add(attempt(file + ":" + (attempts.size() + 1), line));
            }
        }
        return attempts;
    }

    private static FloorAttempt attempt(String where, String line) throws UnreadableRunException {
        try {
            JsonNode json = RunJson.MAPPER.readTree(line);
            StoredJson.requireSchema(where, FloorAttempt.SCHEMA, json);
            StoredNumbers.require(where, json);
            return RunJson.MAPPER.treeToValue(json, FloorAttempt.class);
        } catch (JsonProcessingException e) {
            throw new UnreadableRunException(where + ": " + e.getOriginalMessage());
        }
    }
}
