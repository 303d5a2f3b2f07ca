// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.MachineLock;
import dev.runmatrix.harness.doctor.Check;
import dev.runmatrix.harness.doctor.Hindrance;
import dev.runmatrix.harness.result.Environment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    private static final String HOME = "runmatrix.home";
    private static final String LOCK = "runmatrix.lock.folder";
    private static final int COLUMNS = 80;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void useAHomeAndALockOfItsOwn() throws Exception {
        System.setProperty(HOME, home.toString());
        System.setProperty(LOCK, Files.createDirectory(home.resolve("tmp")).toString());
    }

    @AfterEach
    void forgetThem() {
        System.clearProperty(HOME);
        System.clearProperty(LOCK);
    }

    @Test
    void aMachineThatCanMeasureIsDescribedInATableWithinEightyColumns() throws Exception {
        int status = doctor("-f", matrix("tiny"));

        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("cores", "foreign load", "heap", "lock", "1 cell, 13 forks", "Nothing prevents a run")
                .contains("datasets: A run makes them first, which takes about 1 s: tiny, about");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= COLUMNS);
    }

    @Test
    void nothingIsMadeByLooking() throws Exception {
        doctor("-f", matrix("tiny"));

        try (Stream<Path> entries = Files.list(home)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("tmp", "matrix.yaml");
        }
    }

    @Test
    void programsGetEveryCheckWithValueLimitAndAdvice() throws Exception {
        int status = doctor("-f", matrix("tiny"), "--format", "json");

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(status).isZero();
        assertThat(json.path("schema").asText()).isEqualTo("run-matrix/doctor/v1");
        assertThat(json.path("exit_status").asInt(-1)).isZero();
        assertThat(json.path("environment").path("machine_class_hash").asText()).matches("[0-9a-f]{12}");
        assertThat(json.path("checks").findValuesAsText("check")).contains("matrix", "steal", "java", "results");
        assertThat(json.path("checks"))
                .filteredOn(check -> !check.path("level").asText().equals("ok"))
                .allMatch(check -> check.has("limit") && check.has("advice"));
        assertThat(out.toString()).doesNotContain(System.getProperty("user.dir"));
    }

    @Test
    void aWrongMatrixEndsLikeTheRunWouldAndTheMachineIsLookedAtAllTheSame() throws Exception {
        int status = doctor("-f", matrix("no-such-data"));

        assertThat(status).isEqualTo(ExitCode.USAGE.status());
        assertThat(out.toString())
                .contains("problem, matrix:", "matrix.yaml:4", "no-such-data", "foreign load")
                .contains("A run would end with exit status 2");
    }

    @Test
    void aMissingMatrixEndsLikeTheRunWould() {
        assertThat(doctor("-f", home.resolve("missing.yaml").toString())).isEqualTo(ExitCode.USAGE.status());
        assertThat(out.toString()).contains("missing.yaml", "A run would end with exit status 2");
    }

    @Test
    @SuppressWarnings("try") // To hold the lock is to use it.
    void aRunThatIsMeasuringIsNamed() throws Exception {
        try (MachineLock held = MachineLock.acquire(MachineLock.sharedFolder())) {
            int status = doctor("-f", matrix("tiny"));

            assertThat(status).isEqualTo(ExitCode.LOCKED.status());
            assertThat(out.toString())
                    .contains("problem, lock: another run is measuring on this machine: process "
                            + ProcessHandle.current().pid() + " since");
        }
        assertThat(Examination.lock(MachineLock.sharedFolder()).level()).isEqualTo(Check.Level.OK);
    }

    @Test
    void aResultsFolderThatCannotBeWrittenIsAProblem() throws Exception {
        Files.writeString(home.resolve("results"), "in the way");

        assertThat(doctor("-f", matrix("tiny"))).isEqualTo(ExitCode.IO.status());
        assertThat(out.toString()).contains("problem, results: Allow writing in results/.");
    }

    @Test
    void aDatasetWithAMissingFileIsAProblem() throws Exception {
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), "dataset", "generate", "tiny"))
                .isZero();
        try (Stream<Path> files = Files.walk(home.resolve("datasets/data/tiny"))) {
            Files.delete(files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow());
        }

        assertThat(doctor("-f", matrix("tiny"))).isEqualTo(ExitCode.DATA.status());
        assertThat(out.toString()).contains("problem, datasets:");
    }

    @Test
    void programsThatAreNotThereAreWarnedOf() throws Exception {
        Path own = Files.writeString(home.resolve("here.sh"), "#!/bin/sh\n");
        assertThat(own.toFile().setExecutable(true)).isTrue();
        Path file = Files.writeString(home.resolve("programs.yaml"), """
                schema: run-matrix/v1
                title: Programs
                question: Are they there?
                axes: {program: [./here.sh, ./there.sh, sh, no-such-program-anywhere]}
                target: {kind: command, command: ['{program}', '{out}']}
                """);

        int status = doctor("-f", file.toString());

        assertThat(status).as(out.toString()).isZero();
        // Where lines are broken does not matter.
        assertThat(out.toString().replaceAll("\\s*\n\\s*", " "))
                .containsPattern("warning +programs +2 of 4 found")
                .containsPattern("\\./there\\.sh,\\s+no-such-program-anywhere\\.")
                .doesNotContain("a fork  ");
    }

    @Test
    void aLengthThatIsNoneIsRefused() throws Exception {
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), "doctor", "--for", "soon"))
                .isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("--for: 'soon' is no duration up to 10m");
    }

    @Test
    void theFirstThingThatARunWouldFailOnDecides() {
        Check lock = Check.problem(Hindrance.LOCK, "lock", "taken", "free", "wait");
        Check data = Check.problem(Hindrance.DATA, "datasets", "not whole", "whole", "make");
        Environment nowhere = StoredRuns.of(List.of(), List.of()).run().environment();

        assertThat(new Examination(nowhere, List.of(data, lock)).exitStatus()).isEqualTo(75);
        assertThat(new Examination(nowhere, List.of(data)).exitStatus()).isEqualTo(65);
        assertThat(new Examination(nowhere, List.of()).exitStatus()).isZero();
    }

    @Test
    void everyHindranceHasTheStatusOfARun() {
        assertThat(Hindrance.values())
                .extracting(how -> ExitCode.ofStatus(how.status()))
                .containsExactlyElementsOf(Stream.of(ExitCode.USAGE, ExitCode.LOCKED, ExitCode.DATA, ExitCode.IO)
                        .map(Optional::of)
                        .toList());
    }

    private int doctor(String... arguments) {
        String[] whole = Stream.concat(Stream.of("doctor", "--for", "20ms"), Arrays.stream(arguments))
                .toArray(String[]::new);
        return Main.run(new PrintWriter(out), new PrintWriter(err), whole);
    }

    private String matrix(String dataset) throws Exception {
        return Files.writeString(home.resolve("matrix.yaml"), """
                schema: run-matrix/v1
                title: One cell
                question: Can it be measured?
                axes: {dataset: [DATASET], mode: [in-memory], max_workers: [1]}
                """.replace("DATASET", dataset))
                .toString();
    }
}
