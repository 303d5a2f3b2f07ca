// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.runmatrix.harness.result.StoredRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of the section, computed again from the stored forks to the last printed digit. */
class WhySectionTest {

    @TempDir
    Path results;

    private static double inverseCores(JsonNode fork) {
        return ForkLines.wall(fork) / ForkLines.cpu(fork);
    }

    private static RunFixture threaded(Path results) {
        RunFixture run = RunFixture.in(results);
        run.cell("in-memory", true, 4, 50000)
                .threads(0.81, 0.11, 0.06, 1.3)
                .clean(3.38, 4.92, 25.3, 24.9, 25.6, 25.1, 25.4, 25.2);
        run.cell("streaming", false, 4, 50000)
                .reference()
                .threads(0.93, 0.02, 0.03, 0.4)
                .clean(1.02, 0.74, 96.4, 95.9, 98.6, 96.2, 97.0, 96.9);
        CellFixture parallel = run.cell("streaming", true, 4, 50000)
                .threads(0.84, 0.07, 0.08, 9.1)
                .clean(2.86, 1.06, 36.8, 36.0, 37.4, 36.6, 36.9, 37.0);
        run.cell("streaming", true, 8, 50000)
                .threads(0.83, 0.08, 0.08, 31.7)
                .clean(3.02, 1.94, 36.1, 36.5, 35.7, 36.05, 36.62, 36.66);
        return run.option("Option 1", Map.of("parallel_chunks", "true"), 3, 4, parallel);
    }

    private static String section(StoredRun run) throws Exception {
        String report = Reports.render(run, Optional.empty()).getOrDefault("report.md", "");
        int from = report.indexOf("## Why cells differ");
        return report.substring(from, report.indexOf("\n## ", from + 1));
    }

    /** The rows of the table whose header begins like this, cell by cell. */
    private static List<List<String>> table(String section, String header) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : section.lines().toList()) {
            inside = line.startsWith("|") && (inside || line.startsWith(header));
            if (inside && !line.startsWith(header) && !line.startsWith("|---")) {
                rows.add(Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList());
            }
        }
        return rows;
    }

    @Test
    void everyFactorIsThatOfTheForks() throws Exception {
        StoredRun run = threaded(results).stored();
        ForkLines forks = new ForkLines(run.directory());

        List<List<String>> rows = table(section(run), "| Cell | Against | Why these");

        assertThat(rows)
                .extracting(row -> row.get(0) + " " + row.get(1))
                .containsExactly("C03 C02", "C02 C01", "C01 C04", "C02 C04", "C04 C03");
        for (List<String> row : rows) {
            String cell = row.get(0);
            String other = row.get(1);
            assertThat(row.get(3)).isEqualTo(told(forks, cell, other, ForkLines::cpu));
            assertThat(row.get(4)).isEqualTo(told(forks, cell, other, WhySectionTest::inverseCores));
            assertThat(row.get(5).replace("*", "")).isEqualTo(told(forks, cell, other, ForkLines::wall));
        }
    }

    private static String told(ForkLines forks, String cell, String other, ToDoubleFunction<JsonNode> number) {
        double shown = number.applyAsDouble(forks.shown(cell)) / number.applyAsDouble(forks.shown(other));
        return ForkLines.ratio(shown) + " " + ForkLines.range(forks.interval(cell, other, number));
    }

    @Test
    void everyShareOfTheDifferenceOfWorkIsThatOfTheShownForks() throws Exception {
        StoredRun run = threaded(results).stored();
        ForkLines forks = new ForkLines(run.directory());

        List<List<String>> rows = table(section(run), "| Cell | Against | CPU work");

        assertThat(rows).hasSize(5);
        for (List<String> row : rows) {
            JsonNode own = forks.shown(row.get(0));
            JsonNode other = forks.shown(row.get(1));
            double base = ForkLines.cpu(other);
            double all = ForkLines.cpu(own) / base - 1;
            double[] parts = new double[3];
            String[] roles = {"work", "garbage", "compiler"};
            for (int i = 0; i < roles.length; i++) {
                parts[i] = (ForkLines.threads(own, roles[i], "cpu_nanos")
                                - ForkLines.threads(other, roles[i], "cpu_nanos"))
                        / base;
                assertThat(row.get(3 + i)).isEqualTo(signed(parts[i]));
            }
            assertThat(row.get(2)).isEqualTo(signed(all));
            assertThat(row.get(6)).isEqualTo(signed(all - parts[0] - parts[1] - parts[2]));
        }
    }

    private static String signed(double share) {
        String text = ForkLines.rounded(share, 3);
        return text.matches("-?0\\.000") ? "0.000" : share > 0 ? "+" + text : text.replace('-', '\u2212');
    }

    @Test
    void theTimeOfTheWorkersIsThatOfAllForksAndAddsUp() throws Exception {
        StoredRun run = threaded(results).stored();
        ForkLines forks = new ForkLines(run.directory());
        Map<String, Integer> workers = Map.of("C01", 4, "C02", 1, "C03", 4, "C04", 8);

        List<List<String>> rows = table(section(run), "| Cell | Configuration");

        assertThat(rows).hasSize(4);
        for (List<String> row : rows) {
            String cell = row.get(0);
            int number = workers.getOrDefault(cell, 0);
            double wall = forks.sum(cell, ForkLines::wall);
            double cpu = forks.sum(cell, f -> ForkLines.threads(f, "work", "cpu_nanos")) / (number * wall);
            double queue = forks.sum(cell, f -> ForkLines.threads(f, "work", "run_queue_nanos")) / (number * wall);
            assertThat(row.subList(2, 8))
                    .containsExactly(
                            ForkLines.rounded(forks.sum(cell, ForkLines::cpu) / wall, 2),
                            String.valueOf(number),
                            ForkLines.rounded(100 * cpu, 1),
                            ForkLines.rounded(100 * queue, 1),
                            ForkLines.rounded(100 * (1 - cpu - queue), 1),
                            ForkLines.rounded(100 * forks.sum(cell, ForkLines::pauses) / wall, 1));
        }
    }

    @Test
    void theSentencesSayWhatTheTableDoes() throws Exception {
        assertThat(section(threaded(results).stored()))
                .contains("**Option 1**: C03 takes ×0.382 of the wall time of C02: CPU work ×1.07 ÷ cores used ×2.80"
                        + " (more CPU work, more cores used).")
                .contains("**Slowest streaming against fastest in‑memory**: C02 takes ×3.83 of the wall time of C01:")
                .contains("| C04 | C03 | 8 workers on 4 cores |");
    }

    @Test
    void withoutThreadsNothingIsSaidOfThem() throws Exception {
        String section = section(Fixtures.allClean(results).stored());

        assertThat(section).contains("The threads of these forks were not seen").doesNotContain("CPU work − 1");
        assertThat(table(section, "| Cell | Configuration"))
                .allSatisfy(row -> assertThat(row.subList(3, 7)).containsOnly("\u2014"));
    }

    @Test
    void moreThreadsAtWorkThanWorkersHaveNoWaiting() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 1, 50000)
                .reference()
                .threads(0.9, 0, 0, 0)
                .clean(1.9, 0.7, 10, 10.1, 9.9, 10.05, 9.95, 10.02);
        run.cell("streaming", true, 2, 50000).threads(0.9, 0, 0, 0).clean(1.9, 0.7, 8, 8.1, 7.9, 8.05, 7.95, 8.02);

        assertThat(table(section(run.stored()), "| Cell | Configuration"))
                .anySatisfy(row -> assertThat(row).startsWith("C01").contains("\u2014"))
                .anySatisfy(row -> assertThat(row).startsWith("C02").doesNotContain("\u2014"));
    }

    @Test
    void littleCpuTimeIsToldWithItsPrecision() throws Exception {
        RunFixture run = RunFixture.in(results).forks(6);
        run.cell("streaming", false, 2, 50000).reference().clean(1.0, 0.2, 0.5, 0.51, 0.52, 0.5, 0.53, 0.54);
        run.cell("streaming", true, 2, 50000).clean(1.5, 0.2, 2, 2.1, 2.2, 2.05, 2.01, 2.3);

        assertThat(section(run.stored()))
                .contains(
                        "CPU time is counted in steps of 0.01\u00a0s. In the fork that used least it is known of C01 to"
                                + " ±2.0\u00a0% of 0.500\u00a0core‑s.");
    }

    @Test
    void whatUsedNoCpuThatCouldBeCountedIsNotCompared() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", false, 2, 50000).reference().clean(0, 0.2, 0.5, 0.51, 0.52, 0.5, 0.53, 0.54);
        run.cell("streaming", true, 2, 50000).clean(1.5, 0.2, 2, 2.1, 2.2, 2.05, 2.01, 2.3);

        assertThat(section(run.stored())).contains("No two cells can be compared.");
    }
}
