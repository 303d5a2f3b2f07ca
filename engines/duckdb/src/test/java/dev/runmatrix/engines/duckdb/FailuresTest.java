// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.datasets.DatasetCatalog;
import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.ProgressListener;
import dev.runmatrix.datasets.StoredDataset;
import dev.runmatrix.engines.contract.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private Path out = Path.of("out");

    @BeforeAll
    static void generate() throws DatasetException {
        for (String name : List.of("tiny", "20k")) {
            new DatasetStore(shared).generate(DatasetCatalog.builtIn().find(name), 2, ProgressListener.NONE);
        }
    }

    @BeforeEach
    void makeFolder() throws IOException {
        out = Files.createDirectory(folder.resolve("out"));
    }

    @Test
    void aFileCutShortIsNamedAndNothingIsWritten() throws Exception {
        Path damaged = copyOfTiny();
        Path file = podFile(damaged);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        EngineRun run = EngineRun.of(damaged, params("tiny"), out.resolve("summary.csv"));

        assertThat(run.status()).isEqualTo(ExitStatus.DATA);
        assertThat(run.said()).contains(file.toString());
        assertThat(run.said().lines()).hasSize(1);
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void aFileWithDamagedPagesIsNamedAndNothingIsWritten() throws Exception {
        Path damaged = copyOfTiny();
        Path file = podFile(damaged);
        byte[] bytes = Files.readAllBytes(file);
        // The first pages, behind the magic; the footer stays good.
        Arrays.fill(bytes, 4, 1_000, (byte) 0x5a);
        Files.write(file, bytes);

        EngineRun run = EngineRun.of(damaged, params("tiny"), out.resolve("summary.csv"));

        assertThat(run.status()).as(run.said()).isEqualTo(ExitStatus.DATA);
        assertThat(run.said()).contains(file.toString());
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void aMissingColumnIsNamed() throws Exception {
        Path input = Files.createDirectory(folder.resolve("in"));
        try (DuckDb db = DuckDb.open(1, Optional.empty(), folder)) {
            db.execute("COPY (SELECT 'a' namespace) TO "
                    + Sql.text(input.resolve("pod_usage.parquet").toString()));
        }

        EngineRun run = EngineRun.of(input, params("tiny"), out.resolve("summary.csv"));

        assertThat(run.status()).isEqualTo(ExitStatus.DATA);
        assertThat(run.said()).contains("missing required columns: interval_start, node");
    }

    @Test
    void anOutputThatIsThereStaysUnlessForced() throws Exception {
        Path output = Files.writeString(out.resolve("summary.csv"), "old");

        assertThat(EngineRun.of(data("tiny"), params("tiny"), output).status()).isEqualTo(ExitStatus.USAGE);
        assertThat(output).hasContent("old");
        assertThat(EngineRun.of(data("tiny"), params("tiny"), output, "--force").status())
                .isEqualTo(ExitStatus.OK);
        assertThat(Files.readAllLines(output)).hasSize(13);
        assertThat(out.toFile().list()).containsExactly("summary.csv");
    }

    @Test
    void anOutputInNoDirectoryIsAFailureToWrite() {
        EngineRun run = EngineRun.of(data("tiny"), params("tiny"), folder.resolve("none/summary.csv"));

        assertThat(run.status()).isEqualTo(ExitStatus.IO);
        assertThat(run.said()).contains("its directory does not exist");
    }

    @Test
    void tooLittleMemoryIsSaidToBeThat() {
        EngineRun run = EngineRun.of(data("20k"), params("20k"), out.resolve("summary.csv"), "--memory", "1MB");

        assertThat(run.status()).isEqualTo(ExitStatus.OUT_OF_MEMORY);
        assertThat(run.said()).contains("--memory");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void anAmountOfMemoryIsCheckedBeforeAnyWork() {
        EngineRun run = EngineRun.of(data("tiny"), params("tiny"), out.resolve("summary.csv"), "--memory", "lots");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.said()).contains("--memory: lots");
    }

    @Test
    void aProcessToldToEndLeavesNothing() throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(Main.class.getName(), "--input", data("20k").toString(), "--params"));
        command.addAll(List.of(
                params("20k").toString(), "--output", out.resolve("summary.csv").toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        // From here on there is something to leave.
        while (process.isAlive() && isEmpty()) {
            Thread.onSpinWait();
        }
        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(out).isEmptyDirectory();
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            return all.findAny().isEmpty();
        }
    }

    private Path copyOfTiny() throws IOException {
        Path from = data("tiny");
        Path to = folder.resolve("copy");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
        return to;
    }

    private static Path podFile(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(file -> file.toString().contains("pod_usage") && Files.isRegularFile(file))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path data(String name) {
        return stored(name).data();
    }

    private static Path params(String name) {
        return stored(name).params();
    }

    private static StoredDataset stored(String name) {
        try {
            return new DatasetStore(shared).find(name).orElseThrow();
        } catch (DatasetException e) {
            throw new AssertionError(e);
        }
    }
}
