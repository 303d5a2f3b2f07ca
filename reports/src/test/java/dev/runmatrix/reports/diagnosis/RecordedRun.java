// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A run that was really measured, kept as its frame and its forks, and what changes of it are asked about. */
final class RecordedRun {

    private final String frame;
    private final String forks;

    private RecordedRun(String frame, String forks) {
        this.frame = frame;
        this.forks = forks;
    }

    static RecordedRun of(String name) {
        return new RecordedRun(text(name + "/" + RunStore.RUN_FILE), text(name + "/" + RunStore.FORKS_FILE));
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(RecordedRun.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same run with a number in each of its forks set to another one, wherever it stands. */
    RecordedRun with(String field, String value) {
        return new RecordedRun(
                frame, field(field).matcher(forks).replaceAll(Matcher.quoteReplacement(named(field) + value)));
    }

    /** The same in the forks of one cell. */
    RecordedRun with(String cell, String field, String value) {
        String changed = forks.lines()
                .map(line -> line.contains("\"cell\":\"" + cell + "\"")
                        ? field(field).matcher(line).replaceAll(Matcher.quoteReplacement(named(field) + value))
                        : line)
                .reduce("", (all, line) -> all + line + "\n");
        return new RecordedRun(frame, changed);
    }

    /** The same run, but some forks of a cell ran out of memory: all whose number is a multiple of this one. */
    RecordedRun failing(String cell, int every) {
        return new RecordedRun(
                frame,
                forks.lines()
                        .map(line -> line.contains("\"cell\":\"" + cell + "\"") ? failed(line, every) : line)
                        .reduce("", (all, line) -> all + line + "\n"));
    }

    private static String failed(String line, int every) {
        try {
            ObjectMapper json = new ObjectMapper();
            ObjectNode fork = (ObjectNode) json.readTree(line);
            int number = fork.get("fork").asInt();
            if (number == 0 || number % every != 0) {
                return line;
            }
            fork.remove(List.of("region", "output", "jvm"));
            fork.put("status", "failed");
            fork.putObject("failure").put("kind", "out_of_memory").put("message", "java.lang.OutOfMemoryError");
            return json.writeValueAsString(fork);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same run with one attempt of a cell, its first, and those of all others. */
    RecordedRun withOneOf(String cell) {
        String mark = "\"cell\":\"" + cell + "\"";
        List<String> own = forks.lines().filter(line -> line.contains(mark)).toList();
        return new RecordedRun(
                frame,
                forks.lines()
                        .filter(line -> !line.contains(mark) || line.equals(own.get(0)))
                        .reduce("", (all, line) -> all + line + "\n"));
    }

    /** The same run as a machine or a program tells it that has no such fields. */
    RecordedRun without(String... fields) {
        return new RecordedRun(
                frame,
                forks.lines().map(line -> without(line, List.of(fields))).reduce("", (all, line) -> all + line + "\n"));
    }

    private static String without(String line, List<String> fields) {
        try {
            ObjectMapper json = new ObjectMapper();
            JsonNode fork = json.readTree(line);
            for (String field : fields) {
                fork.findParents(field).forEach(parent -> ((ObjectNode) parent).remove(field));
            }
            return json.writeValueAsString(fork);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same run in another frame. */
    RecordedRun framed(String old, String other) {
        if (!frame.contains(old)) {
            throw new IllegalArgumentException("the frame has no " + old);
        }
        return new RecordedRun(frame.replace(old, other), forks);
    }

    private static Pattern field(String name) {
        return Pattern.compile(Pattern.quote(named(name)) + "[^,}\\]]*");
    }

    private static String named(String field) {
        return "\"" + field + "\":";
    }

    RunAnalysis judged(Path folder) throws Exception {
        Path directory = Files.createTempDirectory(folder, "run");
        Files.writeString(directory.resolve(RunStore.RUN_FILE), frame);
        Files.writeString(directory.resolve(RunStore.FORKS_FILE), forks);
        return RunAnalysis.of(RunStore.read(directory));
    }

    Diagnosis diagnosed(Path folder) throws Exception {
        return Diagnosis.of(judged(folder));
    }

    /** The rules that allege something, in the order of telling, each once. */
    List<RuleId> alleged(Path folder) throws Exception {
        return diagnosed(folder).allegations().stream()
                .map(Finding::rule)
                .distinct()
                .toList();
    }
}
