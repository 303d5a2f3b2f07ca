// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private static final String HOME = "runmatrix.home";
    private static final String RUN = "20260101T000000Z-aaaaaaa";

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aRunOfASerialCellAndAParallelOne() throws IOException {
        System.setProperty(HOME, home.toString());
        List<PlannedCell> cells = List.of(cell("C01", true, "false"), cell("C02", false, "true"));
        List<ForkRecord> forks = new ArrayList<>();
        for (int fork = 1; fork <= 6; fork++) {
            forks.add(StoredRuns.good("C01", fork, 96 + fork / 10.0, 1.02));
            forks.add(StoredRuns.good("C02", fork, 36 + fork / 10.0, 1.9));
        }
        RunRecord run = StoredRuns.named(RUN, cells, RunState.RUNNING);
        RunStore store = RunStore.create(home.resolve("results"), run);
        for (ForkRecord fork : StoredRuns.placed(cells, forks)) {
            store.append(fork);
        }
        store.write(run.ended(RunState.COMPLETE, Instant.EPOCH, Optional.empty(), 0));
    }

    private static PlannedCell cell(String name, boolean reference, String parallel) {
        return StoredRuns.cell(
                name, reference, 4, "mode", "streaming", "parallel_chunks", parallel, "max_workers", "4");
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
    }

    @Test
    void theFirstFindingOfARunNamesItsCauseAndTheCellThatConfirmsIt() {
        assertThat(explain()).isZero();
        assertThat(out.toString())
                .contains("F1  C01 used 1.02 cores although 4 workers were requested (cause confirmed)")
                .contains("parallel_chunks: true: 36.3 s (−62 % of 96.3 s)");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aCellIsToldWithItsNumbersAgainstTheReference() {
        assertThat(explain("latest", "parallel_chunks=true")).isZero();
        assertThat(out.toString())
                .startsWith("C02: streaming")
                .contains("Against C01    wall ×0.377 = CPU work ×0.702 ÷ cores used ×1.86");
    }

    @Test
    void programsGetEveryNumberWithItsThreshold() throws Exception {
        assertThat(explain("latest", "--format", "json")).isZero();

        JsonNode document = new ObjectMapper().readTree(out.toString());
        JsonNode finding = document.get("findings").get(0);

        assertThat(document.get("schema").asText()).isEqualTo("run-matrix/diagnosis/v1");
        assertThat(finding.get("rule").asText()).isEqualTo("C1");
        assertThat(finding.get("confirmed_by").asText()).isEqualTo("C02");
        assertThat(finding.get("measures").get(0).get("threshold").asDouble()).isEqualTo(1.15);
        assertThat(finding.get("measures").get(0).get("value").asDouble()).isEqualTo(1.02);
    }

    @Test
    void whatProgramsGetMatchesItsSchema() throws Exception {
        for (String[] arguments : new String[][] {{"latest"}, {"latest", "C01"}, {"latest", "C02"}}) {
            out.getBuffer().setLength(0);
            List<String> all = new ArrayList<>(List.of(arguments));
            all.addAll(List.of("--format", "json"));

            assertThat(explain(all.toArray(String[]::new))).isZero();
            assertThat(Schemas.problems("diagnosis.schema.json", out.toString()))
                    .isEmpty();
        }
    }

    @Test
    void aReviewGetsMarkdown() {
        assertThat(explain("latest", "C01", "--format", "md")).isZero();
        assertThat(out.toString()).contains("**F1. C01 used 1.02 cores").contains("- Fix: `parallel_chunks: true`");
    }

    @Test
    void anUnknownCellIsAnsweredWithThoseThatExist() {
        assertThat(explain("latest", "C09")).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("C09: run " + RUN + " has no such cell; it has C01 (", "C02 (");
    }

    @Test
    void settingsOfSeveralCellsAreAnsweredWithThem() {
        assertThat(explain("latest", "mode=streaming")).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("2 cells").contains("name one");
    }

    private int explain(String... arguments) {
        List<String> all = new ArrayList<>(List.of("explain"));
        all.addAll(List.of(arguments));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }
}
