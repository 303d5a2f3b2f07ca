// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** Commands over stored runs whose settings, messages and names are hostile texts, another one in each turn. */
class HostileTerminalTest {

    private static final String HOME = "runmatrix.home";
    private static final String FIRST = "20260101T000000Z-aaaaaaa";
    private static final String SECOND = "20260102T000000Z-bbbbbbb";
    private static final int STEP = 11;

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[(?:0|1|2|31|32|33)m");

    private static final List<String> SHOWING = List.of(
            "results list",
            "results show " + SECOND,
            "explain " + SECOND,
            "compare " + FIRST + " " + SECOND + " --advisory",
            "history",
            "baseline list",
            "baseline show kept");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
    }

    @Test
    void terminalsShowWhatTheyWouldObey() throws Exception {
        List<String> texts = HostileTexts.all();
        for (int turn = 0; turn < texts.size(); turn += STEP) {
            home(texts, turn);
            for (String command : List.of(
                    "results list",
                    "results show " + SECOND,
                    "explain " + SECOND,
                    "compare " + FIRST + " " + SECOND,
                    "history",
                    "ledger",
                    "report " + SECOND)) {
                run(command);
                assertThat(HostileTexts.obeyed(out + "" + err))
                        .as("%s: %s%s", command, out, err)
                        .isEmpty();
                assertThat(err.toString()).doesNotContain("a bug");
            }
        }
    }

    @Test
    void coloursAddNothingToTheTextsButColoursAndLinesFit80Columns() throws Exception {
        List<String> texts = HostileTexts.all();
        for (int turn = 0; turn < texts.size(); turn += STEP) {
            home(texts, turn);
            run("baseline save kept " + SECOND + " --force");
            for (String command : SHOWING) {
                run(command);
                String plain = out.toString();
                run(command, Paint.inColours());
                String coloured = out.toString();

                assertThat(coloured).as(command).contains(Style.HEADING.sequence());
                assertThat(COLOUR.matcher(coloured).replaceAll(""))
                        .as(command)
                        .isEqualTo(plain)
                        .doesNotContain("\u001b");
                assertThat(plain.lines().filter(line -> !isForCopying(line)))
                        .as(command)
                        .allMatch(line -> DisplayWidth.of(unescaped(line)) <= 80);
            }
        }
    }

    /** A path or a command line, which is never broken. */
    private boolean isForCopying(String line) {
        return line.startsWith(folder.toString()) || line.startsWith("      ./run-matrix ") || line.endsWith(" \\");
    }

    /** What a build server would obey has a longer spelling. */
    private static String unescaped(String line) {
        return line.replace("\\u003a:", "::").replace("#\\u0023", "##");
    }

    @Test
    void eachRowOfATableKeepsItsLineAndTableWidths() throws Exception {
        List<String> texts = HostileTexts.all();
        for (int turn = 0; turn < texts.size(); turn += STEP) {
            home(texts, turn);
            run("results show " + SECOND);

            List<String> lines = out.toString().lines().toList();
            int head = lines.indexOf(lines.stream()
                    .filter(line -> line.startsWith("cell "))
                    .findFirst()
                    .orElseThrow());
            assertThat(lines.get(head + 1)).startsWith("C01*");
            assertThat(lines.get(head + 2)).startsWith("C02");
            assertThat(lines.get(head + 3)).startsWith("     failed, ");
            assertThat(lines.subList(head, head + 4)).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void documentsForProgramsGiveTheTextsBack() throws Exception {
        List<String> texts = HostileTexts.all();
        for (int turn = 0; turn < texts.size(); turn += STEP) {
            home(texts, turn);
            for (String command : List.of(
                    "results list --format json",
                    "results show " + SECOND + " --format json",
                    "explain " + SECOND + " --format json",
                    "compare " + FIRST + " " + SECOND + " --format json",
                    "history --format json",
                    "ledger --format json")) {
                run(command);
                assertThat(JSON.readTree(out.toString()).isContainerNode())
                        .as(command)
                        .isTrue();
            }
        }
    }

    @Test
    void aTableProgramReadsNoFormulas() throws Exception {
        List<String> texts = HostileTexts.all();
        for (int turn = 0; turn < texts.size(); turn += STEP) {
            home(texts, turn);
            run("history --format otava");

            for (CSVRecord row : CSVFormat.DEFAULT.parse(new StringReader(out.toString()))) {
                assertThat(row.size()).isEqualTo(5);
                assertThat(row.stream()).allMatch(value -> !value.matches("(?s)[=+@\t\r-].*"));
            }
            assertThat(out.toString().lines()).hasSize(3);
        }
    }

    @Test
    void tablesForReviewsKeepTheirColumns() throws Exception {
        List<String> texts = HostileTexts.all();
        for (int turn = 0; turn < texts.size(); turn += STEP) {
            home(texts, turn);
            run("compare " + FIRST + " " + SECOND + " --format md");

            assertThat(out.toString().lines().filter(line -> line.startsWith("| C0")))
                    .isNotEmpty()
                    .allMatch(line -> Pattern.compile("(?<!\\\\)\\|")
                                    .matcher(line)
                                    .results()
                                    .count()
                            == 10);
        }
    }

    @Test
    void explanationsForReviewsKeepTheirShape() throws Exception {
        home(IntStream.range(0, 200).mapToObj(i -> "word" + i).toList(), 0);
        run("explain " + SECOND + " --format md");
        List<String> plain = MarkdownShape.of(out.toString()).blocks();
        run("explain " + SECOND + " C02 --format md");
        List<String> plainCell = MarkdownShape.of(out.toString()).blocks();

        List<String> texts = HostileTexts.all();
        for (int turn = 0; turn < texts.size(); turn += STEP) {
            home(texts, turn);
            for (String cell : List.of("", "C02 ")) {
                run("explain " + SECOND + " " + cell + "--format md");
                MarkdownShape shape = MarkdownShape.of(out.toString());

                assertThat(HostileTexts.obeyed(out.toString())).isEmpty();
                assertThat(shape.oddities()).as(out.toString()).isEmpty();
                assertThat(shape.blocks()).as(out.toString()).isEqualTo(cell.isEmpty() ? plain : plainCell);
            }
        }
    }

    @Test
    void comparisonsForProgramsCarryEachTextAsItIs() throws Exception {
        List<String> texts = HostileTexts.all();
        for (int turn = 0; turn < texts.size(); turn += 4) {
            if (!UTF_8.newEncoder().canEncode(text(texts, turn + 1))) {
                continue; // No name that a JSON file may have.
            }
            home(texts, turn);
            run("compare " + FIRST + " " + SECOND + " --advisory --format json");

            JsonNode json = JSON.readTree(out.toString());
            assertThat(json.at("/cells/1/axes/mode").asText()).isEqualTo(text(texts, turn));
            assertThat(json.at("/cells/0/axes").path(text(texts, turn + 1)).asText())
                    .isEqualTo(text(texts, turn + 2));
            assertThat(json.at("/cells/1/axes").path(text(texts, turn + 1)).asText())
                    .isEqualTo(text(texts, turn + 3));
            assertThat(json.at("/candidate/git_commit").asText()).isEqualTo(text(texts, turn + 9));
        }
    }

    @Test
    void testCasesAndAnnotationsHoldAnyText() throws Exception {
        for (String text : HostileTexts.all()) {
            TestCase hostile = new TestCase("gate", text, text, TestCase.Result.FAILURE, text, Optional.empty());
            String xml = JunitXml.of(List.of(hostile), Instant.EPOCH);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));

            String line = new Annotation(Annotation.Level.ERROR, "run-matrix, " + text, text).line();
            assertThat(line).startsWith("::error title=run-matrix%2C ").doesNotContain("\n", "\r", "\u001b");
            assertThat(line.substring("::error title=".length()).split("::", 2)[0])
                    .doesNotContain(":", ",");
        }
    }

    /** A home of two runs; the second one has a cell that fails and one that is slower. */
    private void home(List<String> texts, int turn) throws Exception {
        Path home = Files.createTempDirectory(folder, "home");
        System.setProperty(HOME, home.toString());
        String axis = text(texts, turn + 1);
        List<PlannedCell> cells = List.of(
                StoredRuns.cell("C01", true, 1, "mode", text(texts, turn), axis, text(texts, turn + 2)),
                StoredRuns.cell("C02", false, 4, "mode", text(texts, turn), axis, text(texts, turn + 3)));
        store(home, FIRST, cells, SavedSittings.forks(2), texts, turn);
        List<ForkRecord> failing = new ArrayList<>(SavedSittings.forks(3));
        failing.add(StoredRuns.failed("C02", 7, text(texts, turn + 4)));
        store(home, SECOND, cells, failing, texts, turn);
    }

    private static String text(List<String> texts, int index) {
        return texts.get(index % texts.size());
    }

    private static void store(
            Path home, String id, List<PlannedCell> cells, List<ForkRecord> forks, List<String> texts, int turn)
            throws Exception {
        RunStore store = RunStore.create(home.resolve("results"), StoredRuns.named(id, cells, RunState.COMPLETE));
        Path file = store.directory().resolve(RunStore.RUN_FILE);
        ObjectNode run = (ObjectNode) JSON.readTree(file.toFile());
        ((ObjectNode) run.get("spec")).put("title", text(texts, turn + 5)).put("question", text(texts, turn + 6));
        ((ObjectNode) run.get("environment"))
                .put("machine_class", text(texts, turn + 7))
                .put("os", text(texts, turn + 8))
                .put("git_commit", text(texts, turn + 9))
                .put("build_digest", id);
        Files.write(file, JSON.writeValueAsBytes(run));
        for (ForkRecord fork : StoredRuns.placed(cells, forks)) {
            store.append(fork);
        }
    }

    private int run(String command) {
        return run(command, Paint.NONE);
    }

    private int run(String command, Paint paint) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), paint, command.split(" "));
    }
}
