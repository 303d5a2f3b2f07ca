// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.reports.Reports;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.model.RunVerdicts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says of more data, row by row and to the last digit, computed again from a recorded run. */
class RecomputedScalingTest {

    private static final double LARGE = 50e6;
    private static final double MOST_BYTES = 180e6;
    private static final double MOST_SECONDS = 4;

    @TempDir
    Path folder;

    private RecordedForks run = RecordedForks.of("sizes");
    private List<String> section = List.of();

    @BeforeEach
    void reported() throws Exception {
        Files.copy(run.folder().resolve("forks.jsonl"), folder.resolve("forks.jsonl"));
        Files.writeString(
                folder.resolve("run.json"),
                Files.readString(run.folder().resolve("run.json"))
                        .replace(
                                "\"budget\" : { }", "\"budget\" : { \"rss_bytes\" : 180000000, \"wall\" : \"PT4S\" }"));
        Reports.write(
                RunAnalysis.of(RunStore.read(folder)), RunVerdicts.NONE, Optional.empty(), folder, Optional.empty());
        String report = Files.readString(folder.resolve("report.md"))
                .replace('\u00a0', ' ')
                .replace("\\", "");
        int from = report.indexOf("## Scaling and projections");
        section = report.substring(from, report.indexOf("Machine and method", from))
                .lines()
                .toList();
    }

    /** Rows of a table that begin so, or whose second cell does, without their first cell. */
    private List<String> rows(String header) {
        List<String> rows = new ArrayList<>();
        boolean within = false;
        for (String line : section) {
            within = line.startsWith(header) || (within && line.startsWith("|"));
            if (within && !line.startsWith(header) && !line.startsWith("|---")) {
                rows.add(line.substring(line.indexOf('|', 1) + 2));
            }
        }
        return rows;
    }

    @Test
    void everyRowOfGrowth() {
        List<String> expected = new ArrayList<>();
        for (RecordedSizes sizes : RecordedSizes.of(run)) {
            for (Quantity quantity : Quantity.values()) {
                if (sizes.alike().size() > 1) {
                    expected.add(growth(sizes, quantity));
                }
            }
        }

        assertThat(expected).hasSizeGreaterThanOrEqualTo(6);
        assertThat(rows("| Configuration | Quantity |"))
                .map(row ->
                        row.substring(0, row.lastIndexOf('|', row.length() - 2)).strip())
                .containsExactlyElementsOf(expected);
    }

    private String growth(RecordedSizes sizes, Quantity quantity) {
        return quantity.words() + " | " + sizes.first().name() + ", "
                + sizes.largest().name() + " | " + RecordedSizes.rows(run.rows(sizes.first())) + "\u2013"
                + RecordedSizes.rows(run.rows(sizes.largest())) + " | "
                + quantity.number(quantity.median(sizes.first())) + "\u2013"
                + quantity.withUnit(quantity.median(sizes.largest())) + " | " + sizes.elasticity(quantity);
    }

    @Test
    void everyAnswerAboutLargerInputs() {
        List<String> expected = new ArrayList<>();
        for (RecordedSizes sizes : RecordedSizes.of(run)) {
            List<String> said = new ArrayList<>();
            takes(sizes).ifPresent(said::add);
            keeps(sizes, Quantity.RSS, MOST_BYTES)
                    .map("180 MB hold at least "::concat)
                    .ifPresent(said::add);
            keeps(sizes, Quantity.WALL, MOST_SECONDS)
                    .map("4 s hold at least "::concat)
                    .ifPresent(said::add);
            if (!said.isEmpty()) {
                expected.add("(" + names(sizes) + "): " + String.join(" ", said));
            }
        }

        assertThat(expected).hasSizeGreaterThanOrEqualTo(3);
        assertThat(section.stream()
                        .filter(line -> line.contains(" would take ") && line.startsWith("**"))
                        .map(line -> line.substring(line.indexOf("** (") + 3)))
                .containsExactlyElementsOf(expected);
    }

    /** {@code C01, C05 and C09}: by rising rows. */
    private String names(RecordedSizes sizes) {
        List<String> names = Stream.concat(sizes.alike().stream(), sizes.others().stream())
                .sorted(Comparator.comparingDouble(run::rows))
                .map(RecordedCell::name)
                .toList();
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private Optional<String> takes(RecordedSizes sizes) {
        double ten = 10 * run.rows(sizes.largest());
        double rows = LARGE <= ten ? LARGE : ten;
        List<String> parts = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            sizes.larger(quantity)
                    .ifPresent(larger -> parts.add(quantity.words() + " " + quantity.told(larger.band(rows))));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(RecordedSizes.rows(rows) + " rows like "
                        + sizes.largest().axis("dataset") + " would take " + String.join(", ", parts) + ".");
    }

    private Optional<String> keeps(RecordedSizes sizes, Quantity quantity, double limit) {
        double ten = 10 * run.rows(sizes.largest());
        return sizes.larger(quantity)
                .filter(larger -> larger.large().median() <= limit)
                .map(larger -> {
                    double surely = larger.within(limit, 2);
                    double perhaps = larger.within(limit, 1);
                    return RecordedSizes.rows(surely) + " rows"
                            + (surely >= ten
                                    ? ", ten times the largest measured input; of more nothing is said."
                                    : perhaps >= ten ? "." : ", and at most " + RecordedSizes.rows(perhaps) + ".");
                });
    }

    @Test
    void everyCheckOfAModel() {
        List<String> expected = new ArrayList<>();
        for (RecordedSizes sizes : RecordedSizes.of(run)) {
            for (Quantity quantity : Quantity.values()) {
                sizes.smaller()
                        .flatMap(smaller -> smaller.larger(quantity))
                        .map(larger -> larger.band(run.rows(sizes.largest())))
                        .filter(band -> band[2] / band[1] <= 1.5)
                        .ifPresent(band -> expected.add(checked(band, quantity.median(sizes.largest()), quantity)));
            }
        }

        assertThat(expected).hasSizeGreaterThanOrEqualTo(6);
        assertThat(rows("| Cell | Of |"))
                .map(row -> row.substring(row.indexOf('|') + 2, row.length() - 2))
                .containsExactlyElementsOf(expected);
    }

    private static String checked(double[] band, double measured, Quantity quantity) {
        return quantity.told(band) + " | " + quantity.withUnit(measured) + " | "
                + Printed.fixed(100 * measured / band[0], 1) + " | "
                + (band[1] <= measured && measured <= band[2] ? "inside" : "outside");
    }
}
