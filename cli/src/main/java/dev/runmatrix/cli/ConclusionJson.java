// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.reports.analysis.CellNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a run came to, for programs; seconds and bytes. What was compared stands in it as in its own file. */
final class ConclusionJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ConclusionJson() {}

    /**
     * The document, once the files of the conclusion are written.
     *
     * @param status exit status of the command
     */
    static String of(Concluded concluded, List<CellOutcome> cells, int status) throws IOException {
        RunRecord run = concluded.stored().run();
        ConclusionWords words = new ConclusionWords(concluded, cells);
        ObjectNode document = MAPPER.createObjectNode();
        document.put("schema", "run-matrix/conclusion/v1");
        document.put("run", run.id());
        document.put("folder", concluded.folder().toString());
        document.put("exit_code", status);
        document.put("passed", status == ExitCode.OK.status());
        document.put("alarm", words.isAlarm());
        document.put("verdict", words.verdict());
        document.put("machine_class", run.environment().machineClassHash());
        document.put("build_digest", run.environment().buildDigest());
        document.set("counts", counts(concluded, cells));
        ArrayNode all = document.putArray("cells");
        cells.forEach(cell -> all.add(cell(cell)));
        add(concluded.compared().isPresent(), "comparison", ConclusionFile.COMPARISON, concluded.folder(), document);
        add(concluded.builds().isPresent(), "builds", ConclusionFile.BUILDS, concluded.folder(), document);
        add(concluded.gate().isPresent(), "gate", ConclusionFile.GATE, concluded.folder(), document);
        add(concluded.claims().isPresent(), "claims", ConclusionFile.CLAIMS, concluded.folder(), document);
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    private static ObjectNode counts(Concluded concluded, List<CellOutcome> cells) {
        ObjectNode counts = MAPPER.createObjectNode();
        counts.put("cells", cells.size());
        counts.put("broken", cells.stream().filter(CellOutcome::isBroken).count());
        counts.put("not_run", cells.stream().filter(CellOutcome::isMissing).count());
        counts.put(
                "forks",
                concluded.stored().forks().stream().filter(f -> !f.isWarmup()).count());
        return counts;
    }

    /** One cell: what may be said of it, and its medians. */
    static ObjectNode cell(CellOutcome cell) {
        PlannedCell planned = cell.planned();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", planned.cell().id());
        node.put("name", planned.name());
        ObjectNode axes = node.putObject("axes");
        planned.cell().axes().forEach(axes::put);
        node.put("state", cell.state().name().toLowerCase(Locale.ROOT));
        node.put("forks", cell.forks());
        cell.numbers().ifPresent(numbers -> medians(numbers, node));
        cell.peakRssBytes().ifPresent(bytes -> node.put("peak_rss_bytes", bytes));
        node.put("found", cell.sentence());
        return node;
    }

    private static void medians(CellNumbers numbers, ObjectNode node) {
        node.put("judged_forks", numbers.n());
        node.put("wall_seconds", Median.of(numbers.wallSeconds()));
        node.put("cpu_seconds", Median.of(numbers.cpuSeconds()));
    }

    private static void add(boolean present, String name, ConclusionFile file, Path folder, ObjectNode document)
            throws IOException {
        Path written = folder.resolve(file.fileName());
        if (present && Files.isRegularFile(written)) {
            document.set(name, MAPPER.readTree(Files.readString(written)));
        }
    }
}
