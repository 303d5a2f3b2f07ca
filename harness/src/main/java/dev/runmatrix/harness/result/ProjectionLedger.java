// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of projections, a line each: {@code ledger/projections.jsonl}. It only grows; each line is on the disk before the
 * next one is written. What a kill left of a line is cut off by the next one that writes, and passed over by readers.
 */
public final class ProjectionLedger {

    public static final String FILE = "projections.jsonl";

    /** No line is longer, in bytes. */
    public static final int LONGEST_LINE = 16_384;

    private final Path file;

    public ProjectionLedger(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** Whether a line is short enough to be written. */
    public static boolean fits(LedgerLine line) {
        try {
            return bytes(line).length <= LONGEST_LINE;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the ledger is no JSON", e);
        }
    }

    /** Adds lines, each of which {@link #fits}; returns when all are on the disk. */
    public void append(List<LedgerLine> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            mendEnd(channel);
            for (LedgerLine line : lines) {
                ByteBuffer bytes = ByteBuffer.wrap(bytes(line));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        }
    }

    /** Writes a copy of lines in one go, in the place of an earlier one. */
    public void replace(List<LedgerLine> lines) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (LedgerLine line : lines) {
            content.writeBytes(bytes(line));
        }
        WholeFile.write(file, content.toByteArray());
    }

    /** Goes to the end: behind a whole last line whose break is missing, in the place of half of one. */
    private void mendEnd(FileChannel channel) throws IOException {
        byte[] text = Files.readAllBytes(file);
        int whole = text.length;
        while (whole > 0 && text[whole - 1] != '\n') {
            whole--;
        }
        channel.position(text.length);
        if (whole == text.length) {
            return;
        }
        if (isLine(text, whole)) {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
        } else {
            channel.truncate(whole).position(whole);
        }
    }

    private static boolean isLine(byte[] text, int from) throws IOException {
        try {
            line("", text, from, text.length);
            return true;
        } catch (UnreadableRunException e) {
            return false;
        }
    }

    private static byte[] bytes(LedgerLine line) throws JsonProcessingException {
        String json = RunJson.MAPPER.writerFor(LedgerLine.class).writeValueAsString(line);
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads all lines in order; none where there is no file.
     *
     * @throws UnreadableRunException if a line before the last is damaged or of another schema version
     */
    public List<LedgerLine> lines() throws IOException, UnreadableRunException {
        byte[] text = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        List<LedgerLine> lines = new ArrayList<>();
        int start = 0;
        int number = 1;
        for (int end = 0; end < text.length; end++) {
            if (text[end] == '\n') {
                lines.add(line(file + ":" + number, text, start, end));
                start = end + 1;
                number++;
            }
        }
        if (start < text.length && isLine(text, start)) {
            lines.add(line(file + ":" + number, text, start, text.length));
        }
        return lines;
    }

    private static LedgerLine line(String where, byte[] text, int start, int end)
            throws IOException, UnreadableRunException {
        if (end - start > LONGEST_LINE) {
            throw new UnreadableRunException(
                    where + ": a line of more than " + LONGEST_LINE + " bytes; restore the file from version control");
        }
        try {
            JsonNode json = RunJson.MAPPER.readTree(text, start, end - start);
            String schema = json.path("schema").asText("");
            if (!LedgerLine.SCHEMA.equals(schema)) {
                throw new UnreadableRunException(where + ": schema '" + schema + "' is not '" + LedgerLine.SCHEMA
                        + "'; use the version of run-matrix that wrote it, or restore the file from version control");
            }
            return RunJson.MAPPER.treeToValue(json, LedgerLine.class);
        } catch (JsonProcessingException e) {
            throw new UnreadableRunException(
                    where + ": " + e.getOriginalMessage().lines().findFirst().orElse("not readable as JSON")
                            + "; restore the file from version control");
        }
    }
}
