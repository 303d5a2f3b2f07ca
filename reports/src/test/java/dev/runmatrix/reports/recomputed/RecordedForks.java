// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.diagnosis.Diagnosis;
import dev.runmatrix.reports.diagnosis.Finding;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A recorded run as its files have it, read without the product.
 *
 * @param folder where it lies
 * @param run its {@code run.json}
 * @param lines of its {@code forks.jsonl}
 */
record RecordedForks(Path folder, JsonNode run, List<JsonNode> lines) {

    private static final int ENOUGH = 4;

    static RecordedForks of(String name) {
        try {
            return in(recorded(name));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot read the recorded run " + name, e);
        }
    }

    static RecordedForks in(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("forks.jsonl"))) {
            lines.add(json.readTree(line));
        }
        return new RecordedForks(
                folder, json.readTree(folder.resolve("run.json").toFile()), lines);
    }

    private static Path recorded(String name) throws URISyntaxException {
        return Path.of(RecordedForks.class
                .getResource("/dev/runmatrix/reports/diagnosis/" + name)
                .toURI());
    }

    /** Names of all of them. */
    static List<String> names() throws Exception {
        try (Stream<Path> folders = Files.list(recorded("told.txt").getParent())) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** What the product tells of it. */
    List<Finding> findings() throws Exception {
        return Diagnosis.of(RunAnalysis.of(RunStore.read(folder))).findings();
    }

    RecordedCell cell(String name) {
        Map<Integer, RecordedFork> last = new TreeMap<>();
        for (JsonNode line : lines) {
            if (line.get("cell").asText().equals(name) && RecordedFork.isCounted(line)) {
                last.put(line.get("fork").asInt(), new RecordedFork(line, isOfPrograms()));
            }
        }
        List<RecordedFork> clean =
                last.values().stream().filter(fork -> !fork.isDisturbed()).toList();
        List<RecordedFork> used = new ArrayList<>(clean.size() >= ENOUGH ? clean : last.values());
        used.sort(Comparator.comparingDouble(RecordedFork::wall));
        return new RecordedCell(plan(name), used);
    }

    /** All that were planned. */
    List<RecordedCell> cells() {
        List<RecordedCell> cells = new ArrayList<>();
        for (JsonNode cell : run.at("/plan/cells")) {
            cells.add(cell(cell.get("name").asText()));
        }
        return cells;
    }

    /** Which of some cells has most of something, the first of equals. */
    RecordedCell most(List<String> cells, ToDoubleFunction<RecordedCell> of) {
        return cells().stream()
                .filter(cell -> cells.contains(cell.name()))
                .max(Comparator.comparingDouble(of))
                .orElseThrow();
    }

    private JsonNode plan(String name) {
        for (JsonNode cell : run.at("/plan/cells")) {
            if (cell.get("name").asText().equals(name)) {
                return cell;
            }
        }
        throw new AssertionError("no cell " + name);
    }

    /** Of every line about a cell, warm-ups too. */
    List<JsonNode> lines(String cell) {
        return lines.stream()
                .filter(line -> line.get("cell").asText().equals(cell))
                .toList();
    }

    private boolean isOfPrograms() {
        return !run.at("/spec/commands").isEmpty();
    }

    double granted() {
        return run.at("/environment/granted_cores").asDouble();
    }

    /** The last argument of the measured JVMs that begins so, as it stands. */
    String flag(String beginning) {
        String found = "";
        for (JsonNode argument : run.at("/spec/jvm_args")) {
            found = argument.asText().startsWith(beginning) ? argument.asText() : found;
        }
        return found;
    }

    /** Bytes of the files that a cell reads. */
    double inputBytes(RecordedCell cell) {
        return input(cell, "bytes");
    }

    double rows(RecordedCell cell) {
        return input(cell, "pod_rows");
    }

    double summaryRows(RecordedCell cell) {
        return input(cell, "output_rows");
    }

    private double input(RecordedCell cell, String number) {
        for (JsonNode input : run.get("datasets")) {
            if (input.get("name").asText().equals(cell.axis("dataset"))) {
                return input.get(number).asDouble();
            }
        }
        throw new AssertionError("no input of " + cell.name());
    }
}
