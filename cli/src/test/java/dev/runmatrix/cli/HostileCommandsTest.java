// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.runmatrix.cli.selftest.Called;
import dev.runmatrix.cli.selftest.ScenarioResult;
import dev.runmatrix.harness.doctor.Check;
import dev.runmatrix.harness.doctor.Hindrance;
import dev.runmatrix.harness.matrix.CellFilter;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.result.BuildPair;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.FloorAnswer;
import dev.runmatrix.harness.result.FloorAttempt;
import dev.runmatrix.harness.result.FloorOutcome;
import dev.runmatrix.harness.result.FloorPurpose;
import dev.runmatrix.harness.result.FloorRecord;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ProfileFindings;
import dev.runmatrix.harness.result.ProfileRecord;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.statistics.Confirmation;
import dev.runmatrix.harness.statistics.Confirmed;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Judge;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;
import dev.runmatrix.reports.gate.GateResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands make of texts from matrix files, recordings, logs and other programs, another text in each turn. */
class HostileCommandsTest {

    private static final String HOME = "runmatrix.home";
    private static final String LOCK = "runmatrix.lock.folder";
    private static final int STEP = 3;
    private static final int TEXTS_OF_A_MATRIX = 7;
    private static final double[] BEFORE = {1.00, 1.01, 0.99, 1.02, 0.98, 1.005};
    private static final double[] AFTER = {1.30, 1.313, 1.287, 1.326, 1.274, 1.3065};

    @TempDir
    Path home;

    /** Makes what a command prints of some texts. */
    private interface Sink {
        List<String> lines(HostileTexts texts) throws Exception;
    }

    @BeforeEach
    void aHome() {
        System.setProperty(HOME, home.toString());
        System.setProperty(LOCK, home.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
        System.clearProperty(LOCK);
    }

    @Test
    void gatesForTerminalsAreTables() throws Exception {
        isHarmless(texts -> GateText.lines(gate(texts), Paint.NONE));
    }

    @Test
    void gatesForReviewsKeepTheirShape() throws Exception {
        keepsItsShape(texts -> GateMarkdown.lines(gate(texts)));
    }

    @Test
    void buildsInTurnsForTerminalsAreTables() throws Exception {
        isHarmless(texts -> new TurnText(builds(texts)).lines(Paint.NONE));
    }

    @Test
    void buildsInTurnsForReviewsKeepTheirShape() throws Exception {
        keepsItsShape(texts -> new TurnMarkdown(builds(texts)).lines());
    }

    @Test
    void methodsAndFramesOfProfilesStayInTheirColumns() throws Exception {
        isHarmless(texts -> new ProfileText(profile(texts, 5), Paint.NONE).lines());
        isHarmless(texts -> {
            ProfileRecord first = profile(texts, 5);
            ProfileRecord second = profile(texts, 5_000);
            return ProfileText.differences(first, second, MethodGrowth.between(first, second), Paint.NONE);
        });
    }

    @Test
    void profilesForProgramsGiveTheirMethodsBack() throws Exception {
        List<String> all = HostileTexts.all();
        for (int turn = 0; turn < all.size(); turn++) {
            ProfileRecord profile = profile(HostileTexts.from(turn), 5);
            ProfilePass pass = new ProfilePass("results/p", profile);

            JsonNode json = new ObjectMapper().readTree(DocumentJson.of(List.of(pass), List.of()));

            assertThat(json.findValuesAsText("name")).contains(method(profile));
        }
    }

    @Test
    void floorsAreTables() throws Exception {
        isHarmless(texts -> {
            FloorRecord floor = floor(texts);
            FloorAnswer answer = answer(texts);
            return new FloorText(floor, answer, attempts(texts)).lines(Paint.NONE);
        });
        isHarmless(texts -> new FloorText(floor(texts), answer(texts), List.of(failing(texts))).lines(Paint.NONE));
    }

    @Test
    void theDoctorsTableKeepsItsColumns() throws Exception {
        isHarmless(texts -> {
            List<Check> checks = List.of(
                    Check.fact("cores", texts.text()),
                    Check.warning("folder", texts.text(), texts.text(), texts.text()),
                    Check.problem(Hindrance.FILES, "matrix", texts.text(), texts.text(), texts.text()));
            return DoctorText.of(new Examination(environment(texts), checks), Paint.NONE)
                    .lines()
                    .toList();
        });
    }

    @Test
    void theSelftestTellsWhatItSaw() throws Exception {
        isHarmless(texts -> SelftestText.lines(
                new ScenarioResult(
                        "kill",
                        texts.text(),
                        ScenarioResult.Outcome.FAILED,
                        Duration.ofSeconds(1),
                        List.of(texts.text(), texts.text(), texts.text()),
                        List.of(new Called("+15 %", 1, 2)),
                        Optional.empty()),
                Paint.NONE));
    }

    @Test
    void plansOfAnyMatrixAreLinesOfATerminal() throws Exception {
        List<String> all = HostileTexts.all();
        int planned = 0;
        for (int turn = 0; turn < all.size(); turn += TEXTS_OF_A_MATRIX) {
            Path file = Files.writeString(home.resolve("m.yaml"), matrix(HostileTexts.from(turn)));
            for (String command : List.of("plan", "plan --format json", "doctor --for 1ms")) {
                StringWriter out = new StringWriter();
                StringWriter err = new StringWriter();
                List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
                arguments.addAll(List.of("-f", file.toString()));
                int status = Main.run(
                        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
                planned += status == 0 && command.equals("plan") ? 1 : 0;

                assertThat(HostileTexts.obeyed(out + "" + err))
                        .as("%s of %s", command, all.get(turn))
                        .isEmpty();
                assertThat(err.toString()).doesNotContain("a bug");
                if (!command.endsWith("json")) {
                    assertThat(HostileTexts.wide(out.toString()))
                            .as("%s of %s", command, all.get(turn))
                            .isEmpty();
                }
            }
        }
        assertThat(planned).isPositive();
    }

    /** On a terminal: nothing is obeyed, no line is too wide, and there are no empty lines that plain words do not make. */
    private static void isHarmless(Sink sink) throws Exception {
        long empty = empty(HostileTexts.shown(sink.lines(HostileTexts.plain())));
        List<String> all = HostileTexts.all();
        for (int turn = 0; turn < all.size(); turn++) {
            String shown = HostileTexts.shown(sink.lines(HostileTexts.from(turn)));

            assertThat(HostileTexts.obeyed(shown)).as(shown).isEmpty();
            assertThat(HostileTexts.wide(shown)).as(all.get(turn)).isEmpty();
            assertThat(empty(shown)).as(shown).isEqualTo(empty);
        }
    }

    private static long empty(String shown) {
        return shown.lines().filter(String::isEmpty).count();
    }

    private static void keepsItsShape(Sink sink) throws Exception {
        List<String> plain = MarkdownShape.of(HostileTexts.shown(sink.lines(HostileTexts.plain())))
                .blocks();
        for (int turn = 0; turn < HostileTexts.all().size() - 1; turn += STEP) {
            String shown = HostileTexts.shown(sink.lines(HostileTexts.from(turn)));
            MarkdownShape shape = MarkdownShape.of(shown);

            assertThat(HostileTexts.obeyed(shown)).as(shown).isEmpty();
            assertThat(shape.oddities()).as(shown).isEmpty();
            assertThat(shape.blocks()).as(shown).isEqualTo(plain);
        }
    }

    private static PlannedCell cell(HostileTexts texts, boolean reference) {
        return StoredRuns.cell(
                reference ? "C01" : "C02", reference, 1, "mode", texts.text(), texts.text(), texts.text());
    }

    private static GateReport gate(HostileTexts texts) {
        GateRule rule = new GateRule(
                GateMetric.WALL, new CellFilter("*", Map.of()), GateRule.Bound.MAX_INCREASE, 0.05, 0.98, true);
        List<GateResult> results = Arrays.stream(GateOutcome.values())
                .map(outcome -> new GateResult(
                        rule,
                        texts.text(),
                        cell(texts, true),
                        texts.text(),
                        outcome,
                        Optional.of(0.12),
                        Optional.of(new Interval(0.1, 0.14, 0.95)),
                        texts.text(),
                        Optional.of(texts.text())))
                .toList();
        return new GateReport(results, List.of(texts.text(), texts.text()));
    }

    private static BuildComparison builds(HostileTexts texts) {
        List<PlannedCell> cells = List.of(cell(texts, true), cell(texts, false));
        RunRecord run = StoredRuns.named("20260101T000000Z-aaaaaaa", cells, RunState.COMPLETE);
        Confirmed confirmed = Confirmation.of(Map.of("n", Judge.ofReleases().judge(Metric.WALL, AFTER, BEFORE)))
                .values()
                .iterator()
                .next();
        JudgedMetric wall = new JudgedMetric(Metric.WALL, boxed(BEFORE), boxed(AFTER), 1.0, 1.3, confirmed, false);
        ComparedCell.Side side = new ComparedCell.Side(CellState.RANKED, 6, 6);
        ComparedCell.Side wrong = new ComparedCell.Side(CellState.WRONG_OUTPUT, 6, 6);
        PlannedCell base = cells.get(0);
        PlannedCell head = cells.get(1);
        return new BuildComparison(
                run,
                new BuildPair(build(texts, BuildFacts.Kind.COMMAND), build(texts, BuildFacts.Kind.REVISION)),
                WallClock.PROCESS,
                List.of(
                        new JudgedPair(base.cell(), base, head, side, side, List.of(wall), Optional.empty()),
                        new JudgedPair(head.cell(), head, base, side, wrong, List.of(), Optional.empty())));
    }

    private static BuildFacts build(HostileTexts texts, BuildFacts.Kind kind) {
        return new BuildFacts(texts.text(), kind, Optional.of(texts.text()), Optional.of(texts.text()));
    }

    private static List<Double> boxed(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static ProfileRecord profile(HostileTexts texts, int samples) {
        ProfileFindings findings = new ProfileFindings(
                List.of(new ProfileFindings.Group(
                        ThreadRole.WORK,
                        samples,
                        List.of(
                                new ProfileFindings.Method("a.Method", samples, samples, List.of()),
                                new ProfileFindings.Method(
                                        texts.text(), samples, samples, List.of(texts.text(), texts.text()))))),
                1_000_000,
                List.of(new ProfileFindings.Allocation(texts.text(), texts.text(), 3, 1_000_000)),
                List.of(
                        wait(ProfileFindings.WaitKind.MONITOR, texts),
                        wait(ProfileFindings.WaitKind.PARK, texts),
                        wait(ProfileFindings.WaitKind.READ, texts)),
                new ProfileFindings.Pauses(1, 1_000_000, 1_000_000),
                10,
                1_000_000,
                Optional.of(0.5),
                Optional.of(0.6));
        return new ProfileRecord(
                ProfileRecord.SCHEMA,
                Instant.EPOCH,
                "v",
                List.of(texts.text()),
                cell(texts, true),
                Optional.of(dataset(texts)),
                environment(texts),
                1,
                1,
                Optional.of(1.0),
                Optional.of(1_000_000_000L),
                Optional.of(1_000_000_000L * samples),
                true,
                10,
                findings,
                List.of(texts.text()));
    }

    private static ProfileFindings.Wait wait(ProfileFindings.WaitKind kind, HostileTexts texts) {
        return new ProfileFindings.Wait(kind, texts.text(), texts.text(), 3, 1_000_000, 5_000);
    }

    private static String method(ProfileRecord profile) {
        return profile.findings().groups().get(0).methods().get(1).name();
    }

    private static FloorRecord floor(HostileTexts texts) {
        return new FloorRecord(
                FloorRecord.SCHEMA,
                "id",
                RunState.COMPLETE,
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                "v",
                List.of(),
                cell(texts, true),
                Optional.of(dataset(texts)),
                environment(texts),
                List.of("-Xmx1g", texts.text()),
                6,
                Optional.of(answer(texts)));
    }

    private static FloorAnswer answer(HostileTexts texts) {
        return new FloorAnswer(
                Optional.of(1024L),
                Optional.of(64L),
                Optional.of(32L),
                List.of(16L),
                true,
                Optional.of(128L),
                Optional.of(96L),
                Optional.of(new FloorAnswer.WallRatio(1.01, Optional.of(1.0), Optional.of(1.02))),
                true,
                Optional.of(160L),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(texts.text()));
    }

    private static List<FloorAttempt> attempts(HostileTexts texts) {
        List<FloorAttempt> attempts = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            attempts.add(attempt(FloorPurpose.SHIPPED, FloorOutcome.COMPLETED, StoredRuns.good("C01", i, 1, 1)));
        }
        attempts.add(failing(texts));
        return attempts;
    }

    private static FloorAttempt failing(HostileTexts texts) {
        ForkRecord fork = StoredRuns.failed("C01", 1, texts.text());
        return attempt(FloorPurpose.FLOOR, FloorOutcome.FAILED, fork);
    }

    private static FloorAttempt attempt(FloorPurpose purpose, FloorOutcome outcome, ForkRecord fork) {
        return new FloorAttempt(
                FloorAttempt.SCHEMA,
                purpose,
                purpose == FloorPurpose.SHIPPED ? Optional.empty() : Optional.of(32L),
                Optional.empty(),
                List.of(),
                outcome,
                fork);
    }

    private static DatasetFacts dataset(HostileTexts texts) {
        return new DatasetFacts(texts.text(), 1_000, 1, 1_000, 10, texts.text(), texts.text());
    }

    private static Environment environment(HostileTexts texts) {
        return new Environment(
                texts.text(),
                texts.text(),
                texts.text(),
                texts.text(),
                2,
                2,
                8_000_000_000L,
                8_000_000_000L,
                Optional.empty(),
                texts.text(),
                texts.text(),
                texts.text(),
                Optional.of(texts.text()),
                Optional.of(texts.text()),
                Optional.empty(),
                Optional.of(texts.text()),
                false,
                texts.text());
    }

    /** JSON is YAML; a text that may not stand somewhere is refused, which is told. */
    private static String matrix(HostileTexts texts) throws IOException {
        ObjectNode matrix = new ObjectMapper().createObjectNode();
        matrix.put("schema", "run-matrix/v1").put("title", texts.text()).put("question", texts.text());
        ObjectNode axes = matrix.putObject("axes");
        String first = texts.text();
        ArrayNode values = axes.putArray("own");
        values.add(first).add(texts.text());
        matrix.putObject("reference_cell").put("own", first);
        ObjectNode option = matrix.putArray("options").addObject().put("name", texts.text());
        option.putObject("set").put("own", values.get(1).asText());
        option.putObject("stated").put("times", 2).put("where", texts.text());
        ObjectNode claim = matrix.putArray("claims").addObject().put("name", texts.text());
        claim.put("times_as_fast", 2).put("where", texts.text());
        claim.putObject("cell").put("own", values.get(1).asText());
        ObjectNode target = matrix.putObject("target").put("kind", "command");
        target.putArray("command").add("echo").add(texts.text()).add("{own}");
        return JsonMapper.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build()
                .writeValueAsString(matrix);
    }
}
