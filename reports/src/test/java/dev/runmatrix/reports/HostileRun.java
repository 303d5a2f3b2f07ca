// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.CellFilter;
import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.ClaimKind;
import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.result.BuildPair;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.statistics.Confirmation;
import dev.runmatrix.harness.statistics.Confirmed;
import dev.runmatrix.harness.statistics.Judge;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import dev.runmatrix.reports.comparison.RunComparison;
import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;
import dev.runmatrix.reports.gate.GateResult;
import dev.runmatrix.reports.model.RunVerdicts;
import dev.runmatrix.reports.summary.Conclusion;
import dev.runmatrix.reports.summary.SummaryTable;
import dev.runmatrix.reports.words.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A stored run in which every text that its reader did not write is replaced, the same text by the same one everywhere. */
final class HostileRun {

    /** Halves of characters have no bytes of their own. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final double[] SIX = {1.00, 1.01, 0.99, 1.02, 0.98, 1.005};

    /** Texts that mean something to the program. */
    private static final Set<String> KEPT =
            Set.of("streaming", "in-memory", "auto", "true", "false", "precise", "failing", "futile", "budget");

    /** Objects whose keys are texts of the user's, too. */
    private static final Set<String> MAPS = Set.of("axes", "set", "when", "environment", "cell", "cells", "versus");

    private static final Set<String> FREE = Set.of(
            "title",
            "question",
            "name",
            "description",
            "where",
            "machine_class",
            "machine_class_hash",
            "cpu_model",
            "os",
            "kernel",
            "jdk",
            "governor",
            "huge_pages",
            "git_commit",
            "tool_version",
            "message",
            "difference",
            "choice",
            "reason",
            "version",
            "collector",
            "argv",
            "jvm_args",
            "command",
            "verify",
            "log",
            "samples",
            "profile",
            "dataset",
            "engine",
            "id",
            "digest",
            "build_digest");

    private final Path folder;
    private final List<String> texts;
    private final Map<String, String> replaced = new LinkedHashMap<>();

    /** @param texts what stands for the first, second, … text that is found; enough of them, and no two the same */
    HostileRun(Path folder, List<String> texts) {
        this.folder = folder;
        this.texts = texts;
    }

    /** How many different texts were replaced. */
    int fields() {
        return replaced.size();
    }

    String text(String key) {
        return replaced.computeIfAbsent(key, k -> texts.get(replaced.size() % texts.size()));
    }

    /** The same run, with other texts. */
    StoredRun of(Function<Path, RunFixture> fixture) throws Exception {
        StoredRun plain = claims(fixture.apply(folder.resolve("plain"))).stored();
        Path copy = folder.resolve("other");
        Files.createDirectories(copy);
        JsonNode run =
                JSON.readTree(plain.directory().resolve(RunStore.RUN_FILE).toFile());
        JsonNode other = replace("", run, false);
        Map<String, String> ids = new LinkedHashMap<>();
        for (int i = 0; i < run.at("/plan/cells").size(); i++) {
            ids.put(id(run.at("/plan/cells").get(i)), id(other.at("/plan/cells").get(i)));
        }
        Files.write(copy.resolve(RunStore.RUN_FILE), JSON.writeValueAsBytes(other));
        List<String> forks = new ArrayList<>();
        for (String line : Files.readAllLines(plain.directory().resolve(RunStore.FORKS_FILE))) {
            ObjectNode fork = (ObjectNode) replace("", JSON.readTree(line), false);
            fork.put("cell_id", ids.get(fork.get("cell_id").asText()));
            forks.add(JSON.writeValueAsString(fork));
        }
        Files.write(copy.resolve(RunStore.FORKS_FILE), forks);
        Files.move(plain.directory().resolve("samples"), copy.resolve("samples"));
        return RunStore.read(copy);
    }

    private static RunFixture claims(RunFixture run) {
        return run.claim(claim("A claim that fails", 1e-3, true), List.of("C01"), List.of())
                .claim(claim("A claim that holds", 1e6, false), List.of("C01", "C02"), List.of());
    }

    private static Claim claim(String name, double most, boolean gate) {
        return new Claim(
                name,
                ClaimKind.BOUND,
                Optional.of(GateMetric.WALL),
                List.of(Map.of("mode", "streaming")),
                List.of(),
                new ClaimLimit(ClaimLimit.Unit.SECONDS, Optional.empty(), Optional.of(most), Optional.empty()),
                Optional.of("docs/where.md"),
                gate);
    }

    private static String id(JsonNode planned) {
        Map<String, String> axes = new LinkedHashMap<>();
        planned.get("cell")
                .properties()
                .forEach(e -> axes.put(e.getKey(), e.getValue().asText()));
        return new Cell(axes).id();
    }

    private JsonNode replace(String key, JsonNode node, boolean free) {
        if (node.isTextual()) {
            String text = node.asText();
            boolean known = replaced.containsKey(text) || FREE.contains(key) || free;
            boolean file = (key.equals("samples") && !text.contains("C02")) || text.matches("C\\d+|K\\d+");
            return known && !KEPT.contains(text) && !file ? TextNode.valueOf(text(generic(key, text))) : node;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(replace(key, element, free)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(e -> object.set(
                            MAPS.contains(key) || free ? axis(e.getKey()) : e.getKey(),
                            replace(e.getKey(), e.getValue(), free)));
            return object;
        }
        return node;
    }

    /** Files of a kind are one text. */
    private static String generic(String key, String text) {
        return key.equals("log") || key.equals("samples") ? key : text;
    }

    /** The axes of the aggregator keep their names. */
    private String axis(String name) {
        return Set.of("engine", "POLARS_MAX_THREADS").contains(name) ? text(name) : name;
    }

    /** All that can be known of a run beyond itself. */
    RunVerdicts verdicts(StoredRun run) throws Exception {
        PlannedCell cell = run.run().plan().cells().get(0);
        GateRule rule = new GateRule(
                GateMetric.WALL, new CellFilter("*", Map.of()), GateRule.Bound.MAX_INCREASE, 0.05, 0.98, true);
        GateReport gate = new GateReport(
                List.of(GateOutcome.FAIL, GateOutcome.ACCEPTED).stream()
                        .map(outcome -> new GateResult(
                                rule,
                                text("rule"),
                                cell,
                                text("setting"),
                                outcome,
                                Optional.of(0.12),
                                Optional.empty(),
                                text("finding"),
                                Optional.of(text("accepted"))))
                        .toList(),
                List.of(text("notice")));
        return new RunVerdicts(
                Optional.of(new RunVerdicts.ComparedWith(text("baseline"), RunComparison.of(run, run))),
                Optional.of(builds(run, cell)),
                Optional.of(gate));
    }

    private BuildComparison builds(StoredRun run, PlannedCell cell) {
        double[] slower = {1.30, 1.313, 1.287, 1.326, 1.274, 1.3065};
        Confirmed confirmed = Confirmation.of(Map.of("n", Judge.ofReleases().judge(Metric.WALL, slower, SIX)))
                .values()
                .iterator()
                .next();
        ComparedCell.Side side = new ComparedCell.Side(CellState.RANKED, 6, 6);
        JudgedMetric wall = new JudgedMetric(Metric.WALL, boxed(SIX), boxed(slower), 1.0, 1.3, confirmed, false);
        return new BuildComparison(
                run.run(),
                new BuildPair(build(text("branch"), "aa"), build(text("head"), "bb")),
                WallClock.PROCESS,
                List.of(
                        new JudgedPair(cell.cell(), cell, cell, side, side, List.of(wall), Optional.empty()),
                        new JudgedPair(cell.cell(), cell, cell, side, side, List.of(), Optional.empty())));
    }

    private static BuildFacts build(String given, String digest) {
        return new BuildFacts(given, BuildFacts.Kind.REVISION, Optional.empty(), Optional.of(digest));
    }

    private static List<Double> boxed(double... values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    /** What a summary begins with. */
    Conclusion conclusion() {
        UnaryOperator<String> text = this::text;
        return new Conclusion(
                true,
                Text.of("FAIL: ").plain(text.apply("verdict")),
                List.of(new SummaryTable(
                        List.of(SummaryTable.Column.text("Cell"), SummaryTable.Column.number("Found")),
                        List.of(
                                List.of(Text.of(text.apply("row")), Text.empty().code(text.apply("row code"))),
                                List.of(Text.empty().strong(text.apply("row strong")), Text.of("2"))))),
                List.of(Text.of("See ").plain(text.apply("note"))));
    }

    /** All files, once with a conclusion and once without. */
    Map<String, String> rendered(Function<Path, RunFixture> fixture) throws Exception {
        StoredRun run = of(fixture);
        Map<String, String> files = new LinkedHashMap<>(
                Reports.render(run, verdicts(run), Optional.of(conclusion()), Optional.empty(), true));
        files.put("summary with conclusion", files.getOrDefault("summary.md", ""));
        files.putAll(Reports.render(run, RunVerdicts.NONE, Optional.empty(), Optional.empty(), true).entrySet().stream()
                .filter(file -> file.getKey().equals("summary.md"))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return files;
    }
}
