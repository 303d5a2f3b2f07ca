// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.comparison.RunComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The cells that the comparison of a run with a stored one suspects of taking more in some metric. Where so many moved
 * together that the machine is to be suspected first, they are the three of that metric that moved most.
 *
 * @param run id of the run
 * @param ids ids of the cells, each once
 */
record Suspects(String run, Set<String> ids) {

    private static final int AFTER_THE_MACHINE = 3;

    Suspects {
        ids = Set.copyOf(ids);
    }

    /** Those of a comparison. */
    static Suspects of(RunComparison comparison) {
        Set<String> ids = new LinkedHashSet<>();
        if (!comparison.comparability().sameProgram()) {
            for (Metric metric : Metric.values()) {
                ids.addAll(comparison.screened(metric).toConfirm());
            }
        }
        return new Suspects(comparison.candidate().id(), ids);
    }

    /** Those of the comparison that lies in the folder of a run. */
    static Suspects of(Path run) throws CommandFailure {
        Path file = run.resolve(ConclusionFile.COMPARISON.fileName());
        String id = run.getFileName().toString();
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--suspects " + id + ": the run was compared with nothing (no " + file.getFileName()
                            + "); run with --baseline, or choose cells with --only");
        }
        try {
            JsonNode comparison = new ObjectMapper().readTree(Files.readAllBytes(file));
            Set<String> ids = new LinkedHashSet<>();
            for (Metric metric : Metric.values()) {
                ids.addAll(suspected(comparison, metric));
            }
            return new Suspects(id, ids);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.DATA, file + ": cannot be read: " + e.getMessage());
        }
    }

    private static List<String> suspected(JsonNode comparison, Metric metric) {
        List<Map.Entry<String, Double>> found = new ArrayList<>();
        for (JsonNode cell : comparison.path("cells")) {
            for (JsonNode entry : cell.path("metrics")) {
                if (entry.path("metric").asText().equals(metric.key())
                        && entry.path("finding").asText().equals("suspect")) {
                    found.add(Map.entry(
                            cell.path("id").asText(), entry.path("ratio").asDouble()));
                }
            }
        }
        boolean together = StreamSupport.stream(
                        comparison.path("moved_together").spliterator(), false)
                .anyMatch(moved -> moved.asText().equals(metric.key()));
        return found.stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(together ? AFTER_THE_MACHINE : found.size())
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Whether a cell is one of these. */
    boolean has(PlannedCell planned) {
        return ids.contains(planned.cell().id());
    }

    /**
     * Which cells of a plan are.
     *
     * @throws CommandFailure if none is: another matrix
     */
    Predicate<PlannedCell> among(Plan plan) throws CommandFailure {
        if (plan.cells().stream().noneMatch(this::has)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--suspects " + run + ": none of the suspects is a cell of this matrix, whose cells are "
                            + plan.cells().stream()
                                    .limit(AFTER_THE_MACHINE)
                                    .map(PlannedCell::name)
                                    .collect(Collectors.joining(", ", "", ", …"))
                            + "; give the matrix of that run with --file");
        }
        return this::has;
    }
}
