// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.result.ProjectionLedger;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.projection.LedgerUpdate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of the section, computed a second time from {@code forks.jsonl} by the arithmetic of this test alone. */
class ScalingSectionTest {

    private static final double E = 1.96 * Math.sqrt(2) * 0.03;

    @TempDir
    Path results;

    private RunFixture threeNumbers() {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 1, 50000).reference().clean(1, 1.0, 66.1, 64.6, 65.4, 63.2, 64.8, 65.1);
        run.cell("streaming", true, 2, 50000).clean(1.9, 1.1, 35.7, 34.8, 36.2, 35.1, 34.9, 35.05);
        run.cell("streaming", true, 3, 50000).clean(2.8, 1.2, 26, 24.9, 25.1, 25.38, 25.95, 25.02);
        run.cell("streaming", true, 8, 50000).clean(3.1, 1.9, 21, 20.9, 21.1, 21.35, 21.95, 21.02);
        return run;
    }

    private static String section(StoredRun stored) throws Exception {
        String text = Reports.render(stored, Optional.empty())
                .getOrDefault("report.md", "")
                .replace('\u00a0', ' ');
        int from = text.indexOf("## Scaling and projections");
        return text.substring(from, text.indexOf("Machine and method", from));
    }

    /** Wall seconds of the counted forks of a cell. */
    private static double[] walls(StoredRun stored, String cell) throws Exception {
        List<Double> walls = new ArrayList<>();
        for (String line : Files.readAllLines(stored.directory().resolve("forks.jsonl"))) {
            JsonNode fork = new ObjectMapper().readTree(line);
            if (fork.get("cell").asText().equals(cell) && fork.get("fork").asInt() > 0) {
                walls.add(fork.get("region").get("wall_nanos").asLong() / 1e9);
            }
        }
        return walls.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    /** As seconds are printed: three digits, one decimal from ten on. */
    private static String seconds(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(3, RoundingMode.HALF_EVEN));
        if (rounded.doubleValue() >= 10) {
            return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
        }
        return rounded.setScale(Math.max(0, 3 - (rounded.precision() - rounded.scale())), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String two(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static double[] ratios(double[] one, double[] other) {
        double[] all = new double[one.length * other.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = one[i / other.length] / other[i % other.length];
        }
        Arrays.sort(all);
        return all;
    }

    @Test
    void mediansAndEfficiencyFollowFromTheForks() throws Exception {
        StoredRun stored = threeNumbers().stored();
        String section = section(stored);
        double[] one = walls(stored, "C01");

        for (int workers = 2; workers <= 3; workers++) {
            double[] walls = walls(stored, "C0" + workers);
            double[] ratios = ratios(one, walls);
            // Six forks against six: the exact law leaves out five pairs at each end.
            String efficiency = two(median(ratios) / workers) + " [" + two(ratios[5] / workers) + "–"
                    + two(ratios[30] / workers) + "]";
            assertThat(section.replace("\\", ""))
                    .contains("| C0" + workers + " | " + workers + " | " + seconds(median(walls)) + " | "
                            + seconds(walls[0]) + "–" + seconds(walls[5]) + " (6) | " + efficiency + " |");
        }
        assertThat(section).contains("not used: more than the granted cores");
    }

    @Test
    void theProjectionFollowsFromTheForks() throws Exception {
        StoredRun stored = threeNumbers().stored();
        double[][] forks = {walls(stored, "C01"), walls(stored, "C02"), walls(stored, "C03")};
        double[] medians = {median(forks[0]), median(forks[1]), median(forks[2])};
        double[] usl = fit(medians, true);
        double[] amdahl = fit(medians, false);
        double value = Math.sqrt(at(usl, 4) * at(amdahl, 4));
        double[] low = new double[1000];
        double[] high = new double[1000];
        Random random = new Random(20_261_122);
        for (int i = 0; i < 1000; i++) {
            double[] drawn = new double[3];
            for (int level = 0; level < 3; level++) {
                double[] again = new double[6];
                for (int fork = 0; fork < 6; fork++) {
                    again[fork] = forks[level][random.nextInt(6)];
                }
                drawn[level] = median(again);
            }
            double byUsl = at(fit(drawn, true), 4);
            double byAmdahl = at(fit(drawn, false), 4);
            low[i] = Math.min(byUsl, byAmdahl);
            high[i] = Math.max(byUsl, byAmdahl);
        }
        double least = Math.min(value, quantile(low, 0.05));
        double most = Math.max(value, quantile(high, 0.95));
        double perfect = walls(stored, "C03")[0] * 3 / 4;
        double from = Math.max(perfect, Math.exp(Math.log(value) - Math.hypot(Math.log(value / least), E)));
        double to = Math.exp(Math.log(value) + Math.hypot(Math.log(most / value), E));

        assertThat(section(stored).replace("\\", ""))
                .contains("4 workers: " + seconds(value) + " s [" + seconds(from) + "–" + seconds(to) + "] projected.")
                .contains("T(N) = " + seconds(usl[0]) + " + " + seconds(usl[1]) + "/N + " + seconds(usl[2]));
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    private static double at(double[] abc, double n) {
        return abc[0] + abc[1] / n + abc[2] * (n - 1);
    }

    /** Least squares of relative distances over all non-negative corners, by Cramer's rule on at most three unknowns. */
    private static double[] fit(double[] times, boolean withLast) {
        double[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (int mask = 1; mask < (withLast ? 8 : 4); mask++) {
            double[] abc = solve(times, mask);
            if (abc[0] >= 0 && abc[1] >= 0 && abc[2] >= 0) {
                double sum = 0;
                for (int n = 1; n <= 3; n++) {
                    sum += Math.pow(at(abc, n) / times[n - 1] - 1, 2);
                }
                if (sum < least) {
                    least = sum;
                    best = abc;
                }
            }
        }
        return best;
    }

    private static double[] solve(double[] times, int mask) {
        double[][] m = new double[3][3];
        double[] r = new double[3];
        for (int n = 1; n <= 3; n++) {
            double[] f = {1 / times[n - 1], 1.0 / n / times[n - 1], (n - 1) / times[n - 1]};
            for (int i = 0; i < 3; i++) {
                r[i] += f[i];
                for (int j = 0; j < 3; j++) {
                    m[i][j] += f[i] * f[j];
                }
            }
        }
        for (int i = 0; i < 3; i++) {
            if ((mask & (1 << i)) == 0) {
                Arrays.fill(m[i], 0);
                m[i][i] = 1;
                r[i] = 0;
            }
        }
        double whole = determinant(m);
        double[] abc = new double[3];
        for (int i = 0; i < 3; i++) {
            double[][] replaced = {m[0].clone(), m[1].clone(), m[2].clone()};
            for (int row = 0; row < 3; row++) {
                replaced[row][i] = r[row];
            }
            abc[i] = (mask & (1 << i)) == 0 ? 0 : determinant(replaced) / whole;
        }
        return abc;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }

    @Test
    void growthFollowsFromTheForks() throws Exception {
        StoredRun stored = Fixtures.allClean(results).stored();
        double[] small = walls(stored, "C10");
        double[] large = walls(stored, "C06");
        double[] ratios = ratios(large, small);
        double rows = Math.log(7_432_560 / 1_858_530.0);
        String elasticity = two(Math.log(median(ratios)) / rows) + " [" + two(Math.log(ratios[5]) / rows) + "–"
                + two(Math.log(ratios[30]) / rows) + "]";

        assertThat(section(stored).replace("\\", ""))
                .contains("| C10, C06 | 1.9 M–7.4 M | " + seconds(median(small)) + "–" + seconds(median(large))
                        + " s | " + elasticity + " |");
    }

    @Test
    void theLedgerOfTheFolderIsShown() throws Exception {
        StoredRun stored = threeNumbers().stored();
        LedgerUpdate update = LedgerUpdate.of(List.of(), RunAnalysis.of(stored), List.of());
        new ProjectionLedger(stored.directory().resolve(ProjectionLedger.FILE)).replace(update.shown());

        String section = section(stored);

        assertThat(section)
                .contains("No projection was checked yet; 1 projection is open.")
                .contains(update.added().get(0).id())
                .contains("| open |");
        assertThat(section(stored)).isEqualTo(section);
    }

    @Test
    void whereNothingCanBeProjectedOneLineSaysSo() throws Exception {
        assertThat(section(Fixtures.oneCell(results).stored()).strip().lines().filter(l -> !l.isBlank()))
                .hasSizeLessThanOrEqualTo(3)
                .anyMatch(line -> line.startsWith("Nothing is projected: no two cells"));
    }
}
