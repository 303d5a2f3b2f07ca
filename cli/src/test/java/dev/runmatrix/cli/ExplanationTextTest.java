// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.Explanation;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.Output;
import dev.runmatrix.aggregator.choice.Choice;
import dev.runmatrix.aggregator.outline.DayOutline;
import dev.runmatrix.aggregator.outline.InputOutline;
import dev.runmatrix.aggregator.outline.TableOutline;
import dev.runmatrix.aggregator.storage.Location;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);

    private static final List<TableOutline> TABLES = List.of(
            new TableOutline("pod_usage", 31, 93, 7_440_000, 369_000_000),
            new TableOutline("node_labels", 31, 31, 74_400, 420_000),
            new TableOutline("namespace_labels", 0, 0, 0, 0));

    private static final Choice CHOICE =
            new Choice(false, true, 2, 100_000, List.of("7,440,000 rows fit.", "2 workers for 2 granted cores."));

    @Test
    void aPlanIsReadableAtAGlance() {
        List<DayOutline> days = List.of(
                new DayOutline(FIRST, FIRST.plusDays(29), 3, 240_000),
                new DayOutline(FIRST.plusDays(30), FIRST.plusDays(30), 1, 7));
        assertThat(lines(new InputOutline(TABLES, days, 0, Optional.empty()), Optional.of(CHOICE), true))
                .containsExactly(
                        "Table             Files  Row groups       Rows   To read",
                        "pod_usage            31          93  7,440,000  369.0 MB",
                        "node_labels          31          31     74,400    0.4 MB",
                        "namespace_labels      0           0          0    0.0 MB",
                        "",
                        "Days                      Number  Row groups each  Rows each, at most",
                        "2025-11-01 to 2025-11-30      30                3             240,000",
                        "2025-12-01                     1                1                   7",
                        "",
                        "Each day is written when its last row group has been read: the groups of at",
                        "  most 480,000 rows are held at a time.",
                        "Groups that take more than 715 MB of memory go to temporary files and are",
                        "  merged.",
                        "",
                        "Chosen: in-memory, 2 threads",
                        "- 7,440,000 rows fit.",
                        "- 2 workers for 2 granted cores.");
    }

    @Test
    void whyNoDayIsClosedEarlyIsSaid() {
        Location file = Location.of(Path.of("/in/pod_usage/a.parquet"));
        assertThat(lines(new InputOutline(TABLES, List.of(), 12, Optional.of(file)), Optional.empty(), false))
                .contains(
                        "No day is written before all rows have been read, and the groups of all rows",
                        "  /in/pod_usage/a.parquet",
                        "Asked for: streaming, 2 threads, chunks of 50,000 rows")
                .anyMatch(line -> line.contains("12 of the row groups"))
                .noneMatch(line -> line.startsWith("Days"));
        assertThat(lines(new InputOutline(TABLES, List.of(), 0, Optional.empty()), Optional.empty(), false))
                .contains("No day is written before all rows have been read: statistics of interval_start");
    }

    @Test
    void tenThousandDaysTakeFewLinesAndEveryLineFits() {
        List<DayOutline> days = IntStream.range(0, 10_000)
                .mapToObj(i -> new DayOutline(FIRST.plusDays(i), FIRST.plusDays(i), i, 1_000_000_000L + i))
                .toList();
        List<String> lines = lines(new InputOutline(TABLES, days, 0, Optional.empty()), Optional.of(CHOICE), true);
        assertThat(lines).hasSizeLessThan(30).allMatch(line -> line.length() <= 79);
        assertThat(lines).anyMatch(line -> line.matches("\\.\\. +9,988 +\\.\\. +\\.\\."));
    }

    private static List<String> lines(InputOutline outline, Optional<Choice> choice, boolean closesDays) {
        AggregationConfig settings = new AggregationConfig(
                List.of(Path.of("in")),
                Path.of("params.json"),
                Output.file(Path.of("summary.csv")),
                choice.isPresent() ? Mode.IN_MEMORY : Mode.STREAMING,
                true,
                2,
                50_000,
                OptionalInt.empty(),
                false);
        return ExplanationText.lines(
                new Explanation(settings, choice, outline, 2, closesDays, 480_000, 715_000_000), Paint.NONE);
    }
}
