// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.Budget;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.Hooks;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    Path folder;

    private Path run;

    @BeforeEach
    void storedRun() throws Exception {
        run = RunStore.create(folder, record()).directory();
    }

    private static RunRecord record() {
        Cell cell = new Cell(Map.of("mode", "streaming"));
        Protocol protocol = Protocol.fixed(1, 0, Duration.ofSeconds(9), Duration.ofSeconds(5), Duration.ofMillis(100));
        MatrixSpec spec = new MatrixSpec(
                "A title",
                "",
                Map.of("mode", List.of("streaming")),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                new Budget(Optional.empty(), Optional.empty()),
                List.of(),
                protocol,
                Optional.empty(),
                List.of(),
                Hooks.NONE,
                Optional.empty());
        Plan plan = new Plan(List.of(new PlannedCell("C01", cell, Set.of(), List.of(), 1, true)), List.of(), List.of());
        Environment machine = new Environment(
                "class",
                "class hash",
                "hash",
                "cpu",
                2,
                2,
                1,
                1,
                Optional.empty(),
                "os",
                "1",
                "jdk",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "d");
        return new RunRecord(
                RunRecord.SCHEMA,
                "20261122T062500Z-3f1c2ab",
                RunState.RUNNING,
                Instant.EPOCH,
                Optional.empty(),
                "0",
                List.of(),
                1,
                1000,
                Optional.empty(),
                spec,
                plan,
                machine,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    void aRunOfWhichNothingHasEndedRendersToo() {
        int status = Main.run(
                "report", run.toString(), "--out", folder.resolve("out").toString());

        assertThat(status).isZero();
        assertThat(folder.resolve("out/report.html")).content().contains("RUNNING");
        assertThat(folder.resolve("out/report.md")).content().contains("No answer: no cell has a result that counts.");
    }

    @Test
    void reportsGoIntoTheRunUnlessToldOtherwise() {
        assertThat(Main.run("report", run.toString())).isZero();
        assertThat(run.resolve("summary.md")).exists();
    }

    @Test
    void aDamagedRunIsUnusableData() throws Exception {
        Files.writeString(run.resolve("run.json"), "{\"schema\": 1");

        assertThat(Main.run("report", run.toString())).isEqualTo(ExitCode.DATA.status());
    }

    @Test
    void anUnknownRunIsAWrongArgument() {
        assertThat(Main.run("report", "no-such-run")).isEqualTo(ExitCode.USAGE.status());
    }

    @Test
    void aMissingTemplateFolderIsAWrongArgument() {
        int status = Main.run(
                "report",
                run.toString(),
                "--templates",
                folder.resolve("missing").toString());

        assertThat(status).isEqualTo(ExitCode.USAGE.status());
    }

    @Test
    void aBrokenTemplateIsAWrongArgumentAndWritesNothing() throws Exception {
        Path templates = Files.createDirectory(folder.resolve("templates"));
        Files.writeString(templates.resolve("report.ftlmd"), "${");

        assertThat(Main.run("report", run.toString(), "--templates", templates.toString()))
                .isEqualTo(ExitCode.USAGE.status());
        assertThat(run.resolve("report.html")).doesNotExist();
    }
}
