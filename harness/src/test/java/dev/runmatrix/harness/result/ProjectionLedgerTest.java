// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.runmatrix.harness.matrix.Cell;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectionLedgerTest {

    private static final Instant THEN = Instant.parse("2026-11-22T06:25:00Z");

    @TempDir
    private Path folder;

    @Test
    void linesComeBackAsTheyWereWritten() throws IOException, UnreadableRunException {
        ProjectionLedger ledger = ledger();
        List<LedgerLine> lines = List.of(projection("streaming"), inside(), changed());

        ledger.append(lines.subList(0, 1));
        ledger.append(lines.subList(1, 3));

        assertThat(ledger.lines()).isEqualTo(lines);
    }

    @Test
    void aLedgerThatWasNeverWrittenHasNoLines() throws IOException, UnreadableRunException {
        assertThat(ledger().lines()).isEmpty();
        ledger().append(List.of());
        assertThat(ledger().file()).doesNotExist();
    }

    @Test
    void halfALineIsPassedOverAndGivesWayToTheNext() throws IOException, UnreadableRunException {
        ledger().append(List.of(projection("streaming")));
        Files.writeString(ledger().file(), "{\"event\":\"clo", StandardOpenOption.APPEND);

        assertThat(ledger().lines()).hasSize(1);
        ledger().append(List.of(inside()));
        assertThat(ledger().lines()).containsExactly(projection("streaming"), inside());
    }

    @Test
    void aWholeLastLineWithoutABreakIsKept() throws IOException, UnreadableRunException {
        ledger().append(List.of(projection("streaming")));
        String text = Files.readString(ledger().file());
        Files.writeString(ledger().file(), text.strip());

        assertThat(ledger().lines()).hasSize(1);
        ledger().append(List.of(inside()));
        assertThat(ledger().lines()).containsExactly(projection("streaming"), inside());
    }

    @Test
    void aDamagedLineIsNamedWithItsNumber() throws IOException {
        ledger().append(List.of(projection("streaming")));
        Files.writeString(ledger().file(), "<<<<<<< HEAD\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> ledger().lines())
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("projections.jsonl:2: ")
                .hasMessageContaining("restore the file from version control");
    }

    @Test
    void anotherVersionOfTheSchemaIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("ledger"));
        Files.writeString(ledger().file(), "{\"schema\":\"run-matrix/projection/v9\"}\n");

        assertThatThrownBy(() -> ledger().lines()).hasMessageContaining("'run-matrix/projection/v9'");
    }

    @Test
    void hostileTextStaysWithinItsLine() throws IOException, UnreadableRunException {
        Projection hostile = projection("a\n{\"event\":\"closed\"}\u2028</script>\"");

        ledger().append(List.of(hostile));

        assertThat(Files.readString(ledger().file())
                        .chars()
                        .filter(c -> c == '\n')
                        .count())
                .isEqualTo(1);
        assertThat(ledger().lines()).containsExactly(hostile);
    }

    @Test
    void aLineThatIsTooLongDoesNotFit() {
        assertThat(ProjectionLedger.fits(projection("streaming"))).isTrue();
        assertThat(ProjectionLedger.fits(projection("x".repeat(20_000)))).isFalse();
    }

    @Test
    void aCopyTakesThePlaceOfTheOneBefore() throws IOException, UnreadableRunException {
        ProjectionLedger copy = new ProjectionLedger(folder.resolve("copy.jsonl"));
        copy.replace(List.of(projection("streaming"), inside()));
        copy.replace(List.of(inside()));

        assertThat(copy.lines()).containsExactly(inside());
    }

    @Test
    void linesMatchTheSchema() throws IOException {
        for (LedgerLine line : List.of(projection("streaming"), inside(), changed())) {
            assertThat(problems(RunJson.MAPPER.writerFor(LedgerLine.class).writeValueAsString(line)))
                    .isEmpty();
        }
        assertThat(problems("{\"event\":\"projected\"}")).isNotEmpty();
    }

    @Test
    void onlyWhatIsKnownOfBothCanDiffer() {
        ProjectionKey known = key(Optional.of("1"), "build");
        assertThat(known.differences(key(Optional.of("2"), "other"))).containsExactly("input", "build");
        assertThat(known.differences(key(Optional.empty(), "build"))).isEmpty();
    }

    private static List<String> problems(String json) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RunStore.class.getResourceAsStream("projection.schema.json"), "schema")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON)
                    .validate(json, InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    private ProjectionLedger ledger() {
        return new ProjectionLedger(folder.resolve("ledger").resolve(ProjectionLedger.FILE));
    }

    private static ProjectionKey key(Optional<String> input, String build) {
        return new ProjectionKey(input, build, "5f4e3d2c1b0a", "jdk", "args");
    }

    private static Projection projection(String mode) {
        return new Projection(
                LedgerLine.SCHEMA,
                "0123456789ab",
                ProjectedQuantity.WALL,
                new Cell(Map.of("mode", mode)),
                8,
                ProjectionModel.WORKERS,
                List.of(new ProjectionBasis("C01", 1, 6, 10.5), new ProjectionBasis("C02", 2, 6, 6.25)),
                4,
                3,
                5,
                8,
                THEN,
                "20261122T062500Z-3f1c2ab",
                key(Optional.empty(), "build"));
    }

    private static ProjectionClosing inside() {
        return new ProjectionClosing(
                LedgerLine.SCHEMA,
                "0123456789ab",
                ProjectionOutcome.INSIDE,
                List.of(),
                "C03",
                Optional.of(4.2),
                Optional.of(1.05),
                THEN.plusSeconds(86_400),
                "20261123T062500Z-3f1c2ab");
    }

    private static ProjectionClosing changed() {
        return new ProjectionClosing(
                LedgerLine.SCHEMA,
                "ba9876543210",
                ProjectionOutcome.VOID,
                List.of("build"),
                "C03",
                Optional.empty(),
                Optional.empty(),
                THEN.plusSeconds(86_400),
                "20261123T062500Z-3f1c2ab");
    }
}
