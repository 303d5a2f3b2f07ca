// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.result.LedgerLine;
import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.result.Projection;
import dev.runmatrix.harness.result.ProjectionBasis;
import dev.runmatrix.harness.result.ProjectionClosing;
import dev.runmatrix.harness.result.ProjectionKey;
import dev.runmatrix.harness.result.ProjectionLedger;
import dev.runmatrix.harness.result.ProjectionModel;
import dev.runmatrix.harness.result.ProjectionOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTest {

    private static final Instant THEN = Instant.parse("2026-11-22T06:25:00Z");

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void atHome() {
        System.setProperty("runmatrix.home", home.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty("runmatrix.home");
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private void ledger(LedgerLine... lines) throws IOException {
        new ProjectionLedger(new Home(home).ledger()).append(List.of(lines));
    }

    @Test
    void withoutALedgerThereIsOneSentence() {
        assertThat(run("ledger")).isZero();
        assertThat(out.toString()).isEqualTo("No projection was written down yet.\n");
    }

    @Test
    void projectionsAreListedWithWhatBecameOfThem() throws IOException {
        ledger(projection("aaaaaaaaaaaa"), projection("bbbbbbbbbbbb"), inside("aaaaaaaaaaaa"));

        assertThat(run("ledger")).isZero();
        assertThat(out.toString())
                .contains("aaaaaaaaaaaa  wall  streaming")
                .contains("projected 4.00 [3.00–5.00] s by R1; 4.20 s, 105.0 % of it, inside, by R2")
                .contains("projected 4.00 [3.00–5.00] s by R1; open")
                .contains("1 of 1 inside their interval, median error 5.0");
    }

    @Test
    void aSettingOfManyWordsIsWrapped() throws IOException {
        ledger(projection(
                "aaaaaaaaaaaa",
                Map.of("one", "first value", "two", "second value", "three", "third value", "four", "fourth value")));

        assertThat(run("ledger")).isZero();
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("first value", "second value", "third value", "fourth value");
    }

    @Test
    void aLedgerThatCannotBeReadIsSaidToBe() throws IOException {
        Files.createDirectories(new Home(home).ledger());

        assertThat(run("ledger")).isEqualTo(74);
        assertThat(err.toString()).contains("projections.jsonl: cannot be read");
    }

    @Test
    void theOpenOnesCanBeListedAlone() throws IOException {
        ledger(projection("aaaaaaaaaaaa"), projection("bbbbbbbbbbbb"), inside("aaaaaaaaaaaa"));

        assertThat(run("ledger", "--open")).isZero();
        assertThat(out.toString()).contains("bbbbbbbbbbbb").doesNotContain("aaaaaaaaaaaa");
    }

    @Test
    void programsGetADocument() throws IOException {
        ledger(projection("aaaaaaaaaaaa"), inside("aaaaaaaaaaaa"));

        assertThat(run("ledger", "--format", "json")).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/track_record/inside").asInt()).isEqualTo(1);
        assertThat(json.at("/projections/0/made/quantity").asText()).isEqualTo("wall_seconds");
        assertThat(json.at("/projections/0/end/outcome").asText()).isEqualTo("inside");
    }

    @Test
    void aDamagedLedgerIsUnusableData() throws IOException {
        Files.createDirectories(home.resolve("ledger"));
        Files.writeString(new Home(home).ledger(), "=======\n");

        assertThat(run("ledger")).isEqualTo(65);
        assertThat(err.toString()).contains("projections.jsonl:1");
    }

    private static Projection projection(String id) {
        return projection(id, Map.of("mode", "streaming"));
    }

    private static Projection projection(String id, Map<String, String> axes) {
        return new Projection(
                LedgerLine.SCHEMA,
                id,
                ProjectedQuantity.WALL,
                new Cell(axes),
                8,
                ProjectionModel.WORKERS,
                List.of(new ProjectionBasis("C01", 1, 6, 10.5)),
                4,
                3,
                5,
                8,
                THEN,
                "R1",
                new ProjectionKey(Optional.empty(), "build", "class", "jdk", "args"));
    }

    private static ProjectionClosing inside(String id) {
        return new ProjectionClosing(
                LedgerLine.SCHEMA,
                id,
                ProjectionOutcome.INSIDE,
                List.of(),
                "C03",
                Optional.of(4.2),
                Optional.of(1.05),
                THEN,
                "R2");
    }
}
