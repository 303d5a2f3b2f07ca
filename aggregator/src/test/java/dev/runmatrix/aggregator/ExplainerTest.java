// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.runmatrix.aggregator.outline.DayOutline;
import dev.runmatrix.aggregator.outline.TableOutline;
import dev.runmatrix.aggregator.storage.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theTablesAreThoseOfTheFooters() throws Exception {
        Path input = TestFiles.writeTables(directory.resolve("in"), "");
        Explanation explanation = explain(input);
        assertThat(explanation.outline().tables())
                .extracting(TableOutline::name, TableOutline::files, TableOutline::rowGroups, TableOutline::rows)
                .containsExactly(
                        tuple("pod_usage", 1, 1, 900L),
                        tuple("node_labels", 1, 1, 40L),
                        tuple("namespace_labels", 1, 1, 9L));
        assertThat(explanation.outline().tables().get(0).bytes())
                .isPositive()
                .isLessThan(Files.size(input.resolve("pod_usage.parquet")));
    }

    @Test
    void daysThatAreAlikeAreOneLine() throws Exception {
        Explanation explanation = explain(days("TIMESTAMP '2025-11-01' + INTERVAL (r // 2048) DAY"));
        assertThat(explanation.outline().days())
                .containsExactly(
                        new DayOutline(LocalDate.of(2025, 11, 1), LocalDate.of(2025, 11, 2), 1, 2048),
                        new DayOutline(LocalDate.of(2025, 11, 3), LocalDate.of(2025, 11, 3), 1, 904));
        assertThat(explanation.closesDays()).isTrue();
        assertThat(explanation.heldRows()).isEqualTo(2 * 2048);
        assertThat(explanation.outline().silentFile()).isEmpty();
    }

    @Test
    void aRowGroupThatDoesNotTellItsDaysKeepsThemAllOpen() throws Exception {
        Path input = days("CASE WHEN r < 2048 THEN TIMESTAMP '2025-11-01' END");
        Explanation explanation = explain(input);
        assertThat(explanation.closesDays()).isFalse();
        assertThat(explanation.heldRows()).isEqualTo(5000);
        assertThat(explanation.outline().silentRowGroups()).isEqualTo(2);
        assertThat(explanation.outline().silentFile()).contains(Location.of(input));
    }

    @Test
    void daysOutsideTheRangeDoNotCount() throws Exception {
        Files.writeString(
                directory.resolve("params.json"),
                TestFiles.PARAMS.replace("{\"enabled", "{\"start_date\": \"2025-11-02\", \"enabled"));
        assertThat(explain(days("TIMESTAMP '2025-11-01' + INTERVAL (r // 2048) DAY"))
                        .outline()
                        .days())
                .extracting(DayOutline::first)
                .containsExactly(LocalDate.of(2025, 11, 2), LocalDate.of(2025, 11, 3));
    }

    @Test
    void nothingIsReadButFootersAndNothingIsWritten() throws Exception {
        Path input = days("TIMESTAMP '2025-11-01'");
        byte[] bytes = Files.readAllBytes(input);
        Arrays.fill(bytes, 4, 100, (byte) 0x55);
        Files.write(input, bytes);
        assertThat(explain(input).outline().tables().get(0).rows()).isEqualTo(5000);
        assertThat(directory.resolve("summary.csv")).doesNotExist();
    }

    @Test
    void theSettingsAreThoseOfARun() throws Exception {
        Path input = days("TIMESTAMP '2025-11-01'");
        AggregationConfig auto = TestFiles.config(
                        input, directory.resolve("summary.csv"), Mode.AUTO, 7, 123, OptionalInt.empty())
                .choosing(EnumSet.allOf(Setting.class));
        Explanation explanation = Explainer.explain(auto);
        assertThat(explanation.choice())
                .isEqualTo(Aggregator.run(auto).choice())
                .isPresent();
        assertThat(explanation.settings().mode()).isEqualTo(Mode.IN_MEMORY);
        assertThat(explanation.threads()).isEqualTo(1);
        assertThat(explain(input).choice()).isEmpty();
        assertThat(explain(input).threads()).isEqualTo(2);
    }

    private Path days(String instant) {
        String query = "SELECT " + instant + " AS interval_start, 'a' AS namespace, 'b' AS node FROM range(5000) t(r)";
        return TestFiles.write(directory.resolve("pod_usage.parquet"), query, ", ROW_GROUP_SIZE 2048");
    }

    private Explanation explain(Path input) throws Exception {
        return Explainer.explain(TestFiles.config(input, directory.resolve("summary.csv")));
    }
}
