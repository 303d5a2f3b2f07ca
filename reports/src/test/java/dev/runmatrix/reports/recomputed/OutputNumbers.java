// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.runmatrix.reports.diagnosis.RuleId;
import java.util.List;
import java.util.Map;

/** Numbers of what is told of wrong outputs and failed forks. */
final class OutputNumbers {

    static final Map<RuleId, Recomputation> RULES =
            Map.of(RuleId.R1, OutputNumbers::wrong, RuleId.R2, OutputNumbers::failed);

    private OutputNumbers() {}

    private static void wrong(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.most(told.cells(), one -> wrong(run.lines(one.name())));
        List<JsonNode> outputs = run.lines(cell.name());
        double wrong = wrong(outputs);

        told.of(cell)
                .quoting(outputs.get(0).at("/output/difference").asText())
                .seen(Printed.count(wrong), Printed.count(outputs.size()))
                .cause(Printed.count(wrong))
                .measure("wrong outputs", cell, wrong, 1)
                .measure("outputs", cell, outputs.size());
    }

    private static double wrong(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> line.get("output"))
                .filter(output -> isWrong(output, "against_reference") || isWrong(output, "against_manifest"))
                .count();
    }

    private static boolean isWrong(JsonNode output, String against) {
        return output.path(against).asText().equals("wrong");
    }

    private static List<JsonNode> failed(RecordedForks run, RecordedCell cell) {
        return run.lines(cell.name()).stream()
                .filter(line -> line.get("status").asText().equals("failed"))
                .toList();
    }

    private static void failed(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.most(told.cells(), one -> failed(run, one).size());
        List<JsonNode> failed = failed(run, cell);
        int made = run.lines(cell.name()).size();
        List<Double> lives = failed.stream()
                .map(line -> line.at("/process/wall_nanos").asLong() / 1e9)
                .sorted()
                .toList();
        double life = lives.get((lives.size() - 1) / 2);
        double heap = MemoryNumbers.bytes(run.flag("-Xmx"));

        told.of(cell)
                .quoting(run.flag("-Xmx"), failed.get(0).at("/failure/log").asText())
                .seen(Printed.count(failed.size()), Printed.count(made), Printed.seconds(life))
                .cause(Printed.memory(heap, heap))
                .fix(MemoryNumbers.steps(2 * heap))
                .measure("failed forks", cell, failed.size(), 1)
                .measure("forks made", cell, made)
                .measure("wall time until then", cell, life)
                .measure("heap limit", cell, heap);
    }
}
