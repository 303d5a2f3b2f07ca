// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.ClaimKind;
import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.ClaimLimit.Unit;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.result.StoredRun;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of the table of claims, worked out here a second time from the lines of {@code forks.jsonl}. */
class ClaimNumbersTest {

    private static final double[] SLOW = {96.41, 97.03, 95.87, 96.9, 98.2, 95.11};
    private static final double[] FAST = {30.87, 31.4, 30.2, 33.3, 30.94, 31.02};
    private static final double[] SMALL = {8.13, 8.4, 8.02, 8.31, 8.77, 8.2};

    /** Ratios that a 95 % interval of 6 against 6 leaves out at each end, less one; from published tables of U. */
    private static final int LEFT_OUT_OF_6_BY_6 = 5;

    @TempDir
    Path results;

    @Test
    void everyNumberOfTheTableFollowsFromTheForks() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell(axes("production-medium", 1), Set.of(), 1).clean(1.02, 1.061, SLOW);
        CellFixture parallel = run.cell(axes("production-medium", 4), Set.of(), 4);
        CellFixture small = run.cell(axes("production-small", 4), Set.of(), 4);
        for (int i = 0; i < SMALL.length; i++) {
            parallel.clean(2.7 + 0.05 * i, 1.3 + 0.013 * i, FAST[i]);
            small.clean(2.5, 1.2 + 0.011 * i, SMALL[i]);
        }
        run.claim(claim(ClaimKind.RATIO, GateMetric.WALL, Unit.TIMES_AS_FAST, true, 2.8), names(2), names(1));
        run.claim(claim(ClaimKind.RATIO, GateMetric.CPU, Unit.TIMES, false, 4), names(2), names(1));
        run.claim(claim(ClaimKind.BOUND, GateMetric.WALL, Unit.SECONDS, false, 31), names(2), List.of());
        run.claim(claim(ClaimKind.BOUND, GateMetric.PEAK_RSS, Unit.BYTES, false, 4e9), names(1, 2, 3), List.of());
        run.claim(claim(ClaimKind.BOUND, GateMetric.CORES_USED, Unit.SHARE, true, 0.6), names(2), List.of());
        run.claim(claim(ClaimKind.GROWTH, GateMetric.PEAK_RSS, Unit.TIMES, false, 1.15), names(2, 3), List.of());
        run.claim(claim(ClaimKind.SCALING, GateMetric.WALL, Unit.SHARE, true, 0.6), names(1, 2), List.of());
        run.claim(outputs(), names(1, 2), List.of());
        StoredRun stored = run.stored();
        List<String[]> rows = rows(Reports.render(stored, Optional.empty()).getOrDefault("report.md", ""));
        List<JsonNode> forks = forks(stored.directory());

        double[] slow = walls(forks, "C01");
        double[] fast = walls(forks, "C02");
        double[] ratios = sorted(quotients(slow, fast));
        assertThat(rows.get(0)[3]).isEqualTo(two(middle(ratios)) + range(ratios, 1, 2));
        assertThat(rows.get(0)[5])
                .contains("C01 " + three(middle(sorted(slow))) + " s (median of 6 forks)")
                .contains("C02 " + three(middle(sorted(fast))) + " s (median of 6 forks)");
        double[] cpu = sorted(quotients(cpus(forks, "C02"), cpus(forks, "C01")));
        assertThat(rows.get(1)[3]).isEqualTo("×" + fixed(middle(cpu), 3) + range(cpu, 1, 3));
        double[] one = sorted(fast);
        assertThat(rows.get(2)[3]).isEqualTo(three(middle(one)) + " s [" + three(one[0]) + "–" + three(one[5]) + "]");
        double[] memory = sorted(rss(forks, "C02"));
        assertThat(rows.get(3)[3]).isEqualTo(fixed(memory[5] / 1e9, 2) + " GB");
        double[] shares = sorted(cores(forks, "C02"));
        assertThat(rows.get(4)[3])
                .isEqualTo(percent(middle(shares) / 4) + " % [" + percent(shares[0] / 4) + "–" + percent(shares[5] / 4)
                        + "]");
        double[] growth = sorted(quotients(rss(forks, "C02"), rss(forks, "C03")));
        assertThat(rows.get(5)[3]).isEqualTo("×" + two(middle(growth)) + range(growth, 1, 2));
        assertThat(rows.get(6)[3])
                .isEqualTo(percent(middle(ratios) / 4) + " % ["
                        + percent(ratios[LEFT_OUT_OF_6_BY_6] / 4) + "–"
                        + percent(ratios[ratios.length - 1 - LEFT_OUT_OF_6_BY_6] / 4) + "]");
        Set<String> digests = new TreeSet<>();
        forks.stream()
                .filter(f -> Set.of("C01", "C02").contains(f.path("cell").asText()))
                .forEach(f -> digests.add(f.path("output").path("digest").asText()));
        assertThat(rows.get(7)[3]).isEqualTo(digests.size() + " output");
        assertThat(rows.stream().map(row -> row[1].replace("*", "")))
                .containsExactly("PASS", "PASS", "CANNOT TELL", "PASS", "PASS", "PASS", "PASS", "PASS");
    }

    private static Map<String, String> axes(String dataset, int workers) {
        return Map.of("dataset", dataset, "mode", "streaming", "max_workers", String.valueOf(workers));
    }

    private static List<String> names(int... numbers) {
        List<String> names = new ArrayList<>();
        for (int number : numbers) {
            names.add("C0" + number);
        }
        return names;
    }

    private static Claim claim(ClaimKind kind, GateMetric metric, Unit unit, boolean least, double end) {
        Optional<Double> limit = Optional.of(end);
        return new Claim(
                kind + " " + metric + " " + unit,
                kind,
                Optional.of(metric),
                List.of(),
                List.of(),
                new ClaimLimit(
                        unit, least ? limit : Optional.empty(), least ? Optional.empty() : limit, Optional.empty()),
                Optional.empty(),
                false);
    }

    private static Claim outputs() {
        return ClaimsOfRunsTest.claim(
                ClaimKind.EQUALITY,
                Optional.empty(),
                new ClaimLimit(Unit.OUTPUTS, Optional.empty(), Optional.of(1.0), Optional.empty()));
    }

    /** The columns of the table of claims, without escapes. */
    private static List<String[]> rows(String page) {
        String section = page.substring(page.indexOf("## Claims"), page.indexOf("## Findings"));
        return section.lines()
                .filter(line -> line.startsWith("| K"))
                .map(line -> line.substring(2)
                        .replace("\\", "")
                        .replace('\u00a0', ' ')
                        .split(" \\| ", -1))
                .toList();
    }

    private static List<JsonNode> forks(Path run) throws IOException {
        List<JsonNode> forks = new ArrayList<>();
        for (String line : Files.readAllLines(run.resolve("forks.jsonl"))) {
            forks.add(new ObjectMapper().readTree(line));
        }
        return forks;
    }

    private static double[] numbers(List<JsonNode> forks, String cell, String part, String key) {
        return forks.stream()
                .filter(f ->
                        f.path("cell").asText().equals(cell) && f.path("fork").asInt() > 0)
                .mapToDouble(f -> f.path(part).path(key).asDouble())
                .toArray();
    }

    private static double[] walls(List<JsonNode> forks, String cell) {
        return scaled(numbers(forks, cell, "region", "wall_nanos"));
    }

    private static double[] cpus(List<JsonNode> forks, String cell) {
        return scaled(numbers(forks, cell, "region", "cpu_nanos"));
    }

    private static double[] cores(List<JsonNode> forks, String cell) {
        double[] walls = walls(forks, cell);
        double[] cores = cpus(forks, cell);
        for (int i = 0; i < cores.length; i++) {
            cores[i] /= walls[i];
        }
        return cores;
    }

    private static double[] rss(List<JsonNode> forks, String cell) {
        return numbers(forks, cell, "process", "peak_rss_bytes");
    }

    private static double[] scaled(double[] nanos) {
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] /= 1e9;
        }
        return nanos;
    }

    private static double[] quotients(double[] over, double[] under) {
        double[] all = new double[over.length * under.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = over[i / under.length] / under[i % under.length];
        }
        return all;
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** Of an even number the middle between the two middle ones; for ratios their geometric mean. */
    private static double middle(double[] sorted) {
        double low = sorted[(sorted.length - 1) / 2];
        double high = sorted[sorted.length / 2];
        return sorted.length > 6 ? Math.sqrt(low * high) : (low + high) / 2;
    }

    private static String range(double[] ratios, double divisor, int decimals) {
        String low = fixed(ratios[LEFT_OUT_OF_6_BY_6] / divisor, decimals);
        String high = fixed(ratios[ratios.length - 1 - LEFT_OUT_OF_6_BY_6] / divisor, decimals);
        return " [" + low + "–" + high + "]";
    }

    private static String two(double value) {
        return fixed(value, 2);
    }

    private static String percent(double share) {
        return fixed(100 * share, 100 * share < 10 ? 1 : 0);
    }

    /** Three digits, one decimal from 10 on. */
    private static String three(double value) {
        return value >= 10
                ? fixed(value, 1)
                : BigDecimal.valueOf(value)
                        .round(new MathContext(3, RoundingMode.HALF_EVEN))
                        .toPlainString();
    }

    private static String fixed(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
