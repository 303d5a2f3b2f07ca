// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with nothing replaced: data are made, forks measured, outputs verified, reports written. */
class RunMatrixIT {

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
    void threeCellsOnTinyEndWithEqualOutputsAndReports() throws Exception {
        int status = Main.run("run", "-q", "--seed", "1", "-f", matrix("").toString());

        assertThat(status).isZero();
        StoredRun stored = RunStore.read(home.resolve("results/latest"));
        assertThat(stored.run().state()).isEqualTo(RunState.COMPLETE);
        assertThat(stored.forks()).hasSize(3 * 3 + 2).allMatch(f -> f.status() == ForkStatus.OK);
        assertThat(stored.forks().stream().map(f -> f.output().orElseThrow().digest()))
                .containsOnly(stored.forks().get(0).output().orElseThrow().digest());
        assertThat(stored.forks())
                .allSatisfy(f ->
                        assertThat(f.output().orElseThrow().againstManifest()).contains(OutputVerdict.IDENTICAL));
        assertThat(stored.forks()).allSatisfy(this::isMeasured);
        for (String report : List.of("report.html", "report.md", "summary.md")) {
            assertThat(home.resolve("results/latest").resolve(report)).isNotEmptyFile();
        }
        assertThat(stored.forks())
                .filteredOn(f -> f.choice().isPresent())
                .hasSize(3)
                .allSatisfy(f -> assertThat(f.choice().orElseThrow()).startsWith("in-memory, 1 worker: 288 rows"));
        assertThat(Main.run("verify", "latest")).isZero();
        filesMatchTheirSchemas();
        filesNameNobody();
    }

    @Test
    void anOutOfMemoryCellIsReportedAndTheOthersGoOn() throws Exception {
        int status = Main.run(
                "run",
                "-q",
                "-f",
                matrix("target: {kind: jmh, jvm_args: [-Xmx8m, -XX:+UseSerialGC, -XX:+ExitOnOutOfMemoryError]}")
                        .toString());

        StoredRun stored = RunStore.read(home.resolve("results/latest"));
        assertThat(status).isEqualTo(ExitCode.CELL_FAILED.status());
        assertThat(stored.forks()).hasSize(3 * 3 + 2);
        assertThat(stored.forks())
                .allSatisfy(f -> assertThat(f.failure().orElseThrow().kind()).isEqualTo(FailureKind.OUT_OF_MEMORY));
        assertThat(Files.readString(home.resolve("results/latest/report.md"))).contains("OUT OF MEMORY");
        assertThat(Main.run("verify", "latest")).isEqualTo(ExitCode.CELL_FAILED.status());
    }

    @Test
    void aRunThatRanOutOfTimeIsResumedAndAddedTo() throws Exception {
        int begun = Main.run("run", "-q", "--budget", "1s", "-f", matrix("").toString());
        StoredRun started = RunStore.read(home.resolve("results/latest"));

        int resumed = Main.run("run", "-q", "--resume", "latest", "--budget", "10m");
        StoredRun whole = RunStore.read(home.resolve("results/latest"));
        int added = Main.run(
                "run", "-q", "--append", "latest", "--budget", "10m", "--forks", "1", "--only", "mode=streaming");
        StoredRun more = RunStore.read(home.resolve("results/latest"));

        assertThat(List.of(begun, resumed, added)).containsOnly(0);
        assertThat(started.run().ends()).allMatch(end -> end.reason() == CellEnd.Reason.BUDGET);
        assertThat(whole.run().ends()).allMatch(end -> end.reason() == CellEnd.Reason.FORKS_MADE && end.planned() == 2);
        assertThat(more.run().ends()).extracting(CellEnd::planned).containsExactly(2, 3, 2);
        assertThat(more.run().sittings()).hasSize(3);
        assertThat(more.forks().subList(0, whole.forks().size())).isEqualTo(whole.forks());
        filesMatchTheirSchemas();
    }

    private void filesNameNobody() throws Exception {
        Path run = home.resolve("results/latest");
        String text =
                Files.readString(run.resolve(RunStore.RUN_FILE)) + Files.readString(run.resolve(RunStore.FORKS_FILE));
        assertThat(text).doesNotContain(System.getProperty("user.dir"));
        assertThat(System.getenv("PATH"))
                .isNotBlank()
                .satisfies(path -> assertThat(text).doesNotContain(path));
        // Whole words: a host may be called by a word that is part of others.
        assertThat(text.split("[^\\p{Alnum}.-]+"))
                .doesNotContain(InetAddress.getLocalHost().getHostName(), System.getProperty("user.name"));
    }

    private void filesMatchTheirSchemas() throws Exception {
        Path run = home.resolve("results/latest");
        assertThat(problems("run.schema.json", Files.readString(run.resolve(RunStore.RUN_FILE))))
                .isEmpty();
        for (String line : Files.readAllLines(run.resolve(RunStore.FORKS_FILE))) {
            assertThat(problems("fork.schema.json", line)).isEmpty();
        }
    }

    private static List<Error> problems(String schemaFile, String json) throws Exception {
        try (InputStream in = Objects.requireNonNull(RunStore.class.getResourceAsStream(schemaFile), schemaFile)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                    .validate(json, InputFormat.JSON);
        }
    }

    private void isMeasured(ForkRecord fork) {
        assertThat(fork.region().orElseThrow().rowsRead()).isEqualTo(288);
        assertThat(fork.region().orElseThrow().cpuCores()).isPositive();
        assertThat(fork.process().orElseThrow().wallNanos())
                .isGreaterThan(fork.region().orElseThrow().wallNanos());
        assertThat(home.resolve("results/latest").resolve(fork.samples().orElseThrow()))
                .isNotEmptyFile();
    }

    private Path matrix(String more) throws Exception {
        return Files.writeString(home.resolve("run-matrix.yaml"), """
                schema: run-matrix/v1
                title: Two cells
                question: Do both modes agree?
                axes:
                  dataset: [tiny]
                  mode: [in-memory, streaming, auto]
                  parallel_chunks: [true]
                  max_workers: [2]
                  chunk_size: [100]
                reference_cell: {mode: streaming}
                measure: {forks: 2, warmup: {forks: 1}, repeat_contaminated: 0}
                """ + more + "\n");
    }
}
