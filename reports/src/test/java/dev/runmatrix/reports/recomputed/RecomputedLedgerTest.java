// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.result.LedgerLine;
import dev.runmatrix.harness.result.ProjectionLedger;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.reports.Reports;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.model.RunVerdicts;
import dev.runmatrix.reports.projection.LedgerUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ledger of a recorded run: what it says of its largest input without the forks of that, and what came of it with them.
 * Its lines are read as they are written, and their numbers computed again from {@code forks.jsonl}.
 */
class RecomputedLedgerTest {

    private static final String LARGEST = "production-medium";
    private static final double EXACT = 1e-11;
    private static final Map<String, Quantity> QUANTITIES =
            Map.of("wall_seconds", Quantity.WALL, "cpu_seconds", Quantity.CPU, "peak_rss_bytes", Quantity.RSS);

    @TempDir
    Path folder;

    private final RecordedForks recorded = RecordedForks.of("sizes");

    private static LedgerUpdate update(List<LedgerLine> lines, Path run) throws Exception {
        return LedgerUpdate.of(lines, RunAnalysis.of(RunStore.read(run)), List.of());
    }

    /** The lines of a ledger as they are in its file. */
    private List<JsonNode> written(List<LedgerLine> lines) throws Exception {
        Path file = folder.resolve("written.jsonl");
        new ProjectionLedger(file).replace(lines);
        List<JsonNode> written = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            written.add(new ObjectMapper().readTree(line));
        }
        return written;
    }

    private static void close(JsonNode line, String field, double expected) {
        assertThat(line.get(field).asDouble())
                .as(field + " of " + line)
                .isCloseTo(expected, within(EXACT * Math.abs(expected)));
    }

    /** What a run says of the largest input, by the cell of the plan and the quantity. */
    private Map<String, LargerInputs> said(Path run) throws Exception {
        Map<String, LargerInputs> said = new HashMap<>();
        for (RecordedSizes sizes : RecordedSizes.of(RecordedForks.in(run))) {
            for (Quantity quantity : Quantity.values()) {
                sizes.larger(quantity)
                        .ifPresent(larger -> said.put(key(sizes.largest().plan(), quantity), larger));
            }
        }
        return said;
    }

    /** Setting and quantity, without the input. */
    private static String key(JsonNode plan, Quantity quantity) {
        return quantity.words() + " of " + RecordedSizes.setting(plan);
    }

    private static String keyOf(JsonNode projection) {
        return quantity(projection).words() + " of " + RecordedSizes.settingOf(projection.get("cell"), List.of());
    }

    private static Quantity quantity(JsonNode projection) {
        return Optional.ofNullable(QUANTITIES.get(projection.get("quantity").asText()))
                .orElseThrow();
    }

    @Test
    void everyNumberOfEveryProjection() throws Exception {
        Path run = new SizesInTime(folder).earlier();
        Map<String, LargerInputs> said = said(run);
        List<JsonNode> lines = written(update(List.of(), run).added());

        assertThat(lines).hasSizeGreaterThanOrEqualTo(6);
        for (JsonNode line : lines) {
            assertThat(said).containsKey(keyOf(line));
            LargerInputs larger = said.get(keyOf(line));
            double[] band = larger.band(7_432_560);
            close(line, "at", 7_432_560);
            close(line, "value", band[0]);
            close(line, "low", band[1]);
            close(line, "high", band[2]);
            close(line, "reach", 10 * larger.large().rows());
            for (JsonNode basis : line.get("basis")) {
                RecordedCell cell = recorded.cell(basis.get("cell").asText());
                close(basis, "at", recorded.rows(cell));
                close(basis, "forks", cell.forks().size());
                close(basis, "median", quantity(line).median(cell));
            }
        }
    }

    @Test
    void everyNumberOfEveryEndAndOfTheTrackRecord() throws Exception {
        Path before = new SizesInTime(folder).earlier();
        Path after = new SizesInTime(folder).later();
        RecordedForks run = RecordedForks.in(after);
        Map<String, LargerInputs> said = said(before);
        List<LedgerLine> open = update(List.of(), before).added();
        Map<String, JsonNode> made = new HashMap<>();
        for (JsonNode line : written(open)) {
            made.put(line.get("id").asText(), line);
        }
        LedgerUpdate update = update(open, after);
        List<Double> errors = new ArrayList<>();
        int inside = 0;
        List<String> rows = new ArrayList<>();
        for (JsonNode end : written(update.added())) {
            if (end.has("outcome")) {
                JsonNode projection = made.get(end.get("id").asText());
                Quantity quantity = quantity(projection);
                double[] band = said.get(keyOf(projection)).band(7_432_560);
                double measured = quantity.median(run.cell(end.get("cell").asText()));
                boolean in = band[1] <= measured && measured <= band[2];
                close(end, "measured", measured);
                close(end, "of_projected", measured / band[0]);
                assertThat(end.get("outcome").asText()).isEqualTo(in ? "inside" : "outside");
                errors.add(Math.abs(measured / band[0] - 1));
                inside += in ? 1 : 0;
                rows.add(quantity.withUnit(measured) + " | " + Printed.fixed(100 * measured / band[0], 1) + " | "
                        + (in ? "inside" : "outside"));
            }
        }
        double middle = Arithmetic.median(
                errors.stream().mapToDouble(Double::doubleValue).toArray());

        assertThat(errors.size()).isGreaterThan(inside);
        String section = section(after, update.shown());
        assertThat(section)
                .contains("Track record: " + inside + " of " + errors.size() + " inside their interval, median error "
                        + Printed.percent(middle).replace('\u00a0', ' ') + " of the projected value; "
                        + (made.size() - errors.size()) + " projections are open. ");
        rows.forEach(row -> assertThat(section).contains(" | " + row + " |"));
    }

    @Test
    void howManyAreVoid() throws Exception {
        List<LedgerLine> open =
                update(List.of(), new SizesInTime(folder).earlier()).added();
        Path other = new SizesInTime(folder)
                .copy(
                        "other",
                        frame -> frame.replaceAll("\"build_digest\" : \"....", "\"build_digest\" : \"0000"),
                        l -> l);
        LedgerUpdate update = update(open, other);
        long ranked = RecordedSizes.of(RecordedForks.in(other)).stream()
                .filter(sizes -> sizes.largest().axis("dataset").equals(LARGEST))
                .count();
        long ended = ranked * Quantity.values().length;
        // What was not measured either is projected for the other program, too.
        long still = 2 * (open.size() - ended);

        assertThat(section(other, update.shown()))
                .contains(
                        "No projection was checked yet; " + still + " projections are open; " + ended + " are void. ");
    }

    private static String section(Path run, List<LedgerLine> lines) throws Exception {
        new ProjectionLedger(run.resolve(ProjectionLedger.FILE)).replace(lines);
        StoredRun stored = RunStore.read(run);
        Reports.write(RunAnalysis.of(stored), RunVerdicts.NONE, Optional.empty(), run, Optional.empty());
        String report = Files.readString(run.resolve("report.md"))
                .replace('\u00a0', ' ')
                .replace("\\", "");
        return report.substring(report.indexOf("## Scaling and projections"));
    }
}
