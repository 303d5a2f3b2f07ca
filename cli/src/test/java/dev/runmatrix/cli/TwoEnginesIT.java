// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This project's aggregator and another program in one matrix, the whole way. */
class TwoEnginesIT {

    private static final String HOME = "runmatrix.home";
    private static final String LOCK = "runmatrix.lock.folder";

    @TempDir
    Path home;

    @BeforeEach
    void useAHomeOfItsOwn() {
        System.setProperty(HOME, home.toString());
        System.setProperty(LOCK, home.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
        System.clearProperty(LOCK);
    }

    @Test
    void anotherProgramIsMeasuredAndVerifiedLikeTheAggregator() throws Exception {
        makeWhatTheOtherProgramWrites();

        int status = Main.run("run", "-q", "--seed", "1", "-f", matrix().toString());

        assertThat(status).isZero();
        StoredRun stored = RunStore.read(home.resolve("results/latest"));
        assertThat(stored.run().plan().cells()).extracting(PlannedCell::name).containsExactly("C01", "C02", "C03");
        assertThat(stored.forks()).hasSize(3 * 3 + 2).allMatch(f -> f.status() == ForkStatus.OK);
        assertThat(stored.forks())
                .allSatisfy(f ->
                        assertThat(f.output().orElseThrow().againstManifest()).contains(OutputVerdict.IDENTICAL));
        List<ForkRecord> others =
                stored.forks().stream().filter(f -> f.cell().equals("C03")).toList();
        assertThat(others).allSatisfy(f -> {
            assertThat(f.output().orElseThrow().againstReference()).contains(OutputVerdict.IDENTICAL);
            assertThat(f.region()).isEmpty();
            assertThat(f.process().orElseThrow().wallNanos()).isPositive();
            assertThat(f.strays()).isZero();
        });
        assertThat(stored.directory().resolve(others.get(1).log().orElseThrow()))
                .content()
                .contains("--- prepare ---\nengine=copy fork 1\n");
        for (String report : List.of("report.html", "report.md", "summary.md")) {
            assertThat(stored.directory().resolve(report)).isNotEmptyFile();
        }
        filesMatchTheirSchemas(stored.directory());
    }

    @Test
    void theResolvedMatrixGivesTheSameCells() throws Exception {
        Path file = matrix();
        Path resolved = home.resolve("resolved.yaml");

        Files.writeString(resolved, plan(file, "yaml"));

        assertThat(plan(resolved, "table")).isEqualTo(plan(file, "table"));
        assertThat(plan(resolved, "yaml").lines().skip(1))
                .isEqualTo(plan(file, "yaml").lines().skip(1).toList());
    }

    private static String plan(Path file, String format) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "plan",
                "--format",
                format,
                "--seed",
                "1",
                "-f",
                file.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        return out.toString();
    }

    private void makeWhatTheOtherProgramWrites() {
        assertThat(Main.run("dataset", "generate", "tiny")).isZero();
        Path data = home.resolve("datasets/data/tiny");
        assertThat(Main.run(
                        "aggregate",
                        "--input",
                        data.toString(),
                        "--params",
                        data.resolve("params.json").toString(),
                        "--output",
                        home.resolve("expected.csv").toString()))
                .isZero();
    }

    private Path matrix() throws Exception {
        return Files.writeString(home.resolve("engines.yaml"), """
                schema: run-matrix/v1
                title: Two engines
                question: Which one?
                axes:
                  dataset: [tiny]
                  engine: [builtin, copy]
                  mode: [in-memory, streaming]
                targets:
                  - when: {engine: copy}
                    command: [awk, "NR >= FROM {{ print > OUT }}", FROM=1, "OUT={out}", expected.csv]
                reference_cell: {engine: builtin, mode: in-memory}
                hooks:
                  prepare: [[sh, -c, "test -e $2 && echo engine=$1 fork $RM_FORK", sh, "{engine}", "{input}"]]
                measure: {forks: 2, warmup: {forks: 1}, repeat_contaminated: 0}
                """);
    }

    private static void filesMatchTheirSchemas(Path run) throws Exception {
        assertThat(Schemas.problems("run.schema.json", Files.readString(run.resolve(RunStore.RUN_FILE))))
                .isEmpty();
        for (String line : Files.readAllLines(run.resolve(RunStore.FORKS_FILE))) {
            assertThat(Schemas.problems("fork.schema.json", line)).isEmpty();
        }
    }
}
