// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The printed numbers of findings from {@code forks.jsonl} alone, with arithmetic of its own. */
class RecomputedFindingsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of each counted fork, the last attempt. */
    private static List<JsonNode> regions(Path folder, String cell) throws Exception {
        Map<Integer, JsonNode> last = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("forks.jsonl"))) {
            JsonNode fork = JSON.readTree(line);
            if (fork.get("cell").asText().equals(cell) && fork.get("fork").asInt() > 0) {
                last.put(fork.get("fork").asInt(), fork.get("region"));
            }
        }
        List<JsonNode> regions = new ArrayList<>(last.values());
        regions.sort(Comparator.comparingLong(region -> region.get("wall_nanos").asLong()));
        return regions;
    }

    private static double wall(JsonNode region) {
        return region.get("wall_nanos").asLong() / 1e9;
    }

    private static double cpu(JsonNode region) {
        return region.get("cpu_nanos").asLong() / 1e9;
    }

    private static JsonNode middle(List<JsonNode> regions) {
        return regions.get((regions.size() - 1) / 2);
    }

    private static double medianCpu(List<JsonNode> regions) {
        double[] sorted = regions.stream()
                .mapToDouble(RecomputedFindingsTest::cpu)
                .sorted()
                .toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Three digits, one decimal from 10 on. */
    private static String seconds(double value) {
        BigDecimal three = BigDecimal.valueOf(value).round(new MathContext(3, RoundingMode.HALF_EVEN));
        return three.doubleValue() >= 10 ? fixed(value, 1) : fixed(value, three.doubleValue() >= 1 ? 2 : 3);
    }

    private static String fixed(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** Three digits below 1, two decimals from there on. */
    private static String ratio(double value) {
        return "\u00d7" + fixed(value, value < 0.9995 ? 3 : 2);
    }

    private static Path recorded(String name) throws Exception {
        return Path.of(RecomputedFindingsTest.class.getResource(name).toURI());
    }

    private static Finding finding(Path folder, RuleId rule) throws Exception {
        return Diagnosis.of(RunAnalysis.of(RunStore.read(folder))).findings().stream()
                .filter(found -> found.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    private static String decomposition(JsonNode cell, JsonNode base) {
        double wall = wall(cell) / wall(base);
        double work = cpu(cell) / cpu(base);
        double cores = cpu(cell) / wall(cell) / (cpu(base) / wall(base));
        return "wall " + ratio(wall) + " = CPU work " + ratio(work) + " \u00f7 cores used " + ratio(cores);
    }

    @Test
    void ofACellThatIsSerialByConfiguration() throws Exception {
        Path folder = recorded("c1-serial-streaming");
        Finding finding = finding(folder, RuleId.C1);
        JsonNode serial = middle(regions(folder, "C01"));
        List<JsonNode> parallels = new ArrayList<>();
        for (String cell : List.of("C03", "C04", "C05")) {
            parallels.add(middle(regions(folder, cell)));
        }
        parallels.sort(Comparator.comparingDouble(RecomputedFindingsTest::wall));
        JsonNode parallel = parallels.get(0);
        double change = 1 - wall(parallel) / wall(serial);

        assertThat(finding.seen().toString())
                .startsWith("C01 used " + fixed(cpu(serial) / wall(serial), 2) + " of 8 requested cores for "
                        + seconds(wall(serial)) + "\u00a0s");
        assertThat(finding.evidence())
                .contains(fixed(cpu(parallel) / wall(parallel), 2) + " cores, " + seconds(wall(parallel))
                        + "\u00a0s (\u2212" + fixed(100 * change, 0) + "\u00a0% of " + seconds(wall(serial))
                        + "\u00a0s), " + decomposition(parallel, serial));
    }

    @Test
    void ofChunksThatAreTooSmall() throws Exception {
        Path folder = recorded("k1-tiny-chunks");
        Finding finding = finding(folder, RuleId.K1);
        List<String> cells = List.of("C01", "C02", "C03", "C04", "C05");
        double[] sums = new double[5];
        for (String cell : cells) {
            List<JsonNode> regions = regions(folder, cell);
            double y = medianCpu(regions);
            double x = middle(regions).get("detail").get("chunks").asLong();
            double[] terms = {1 / (y * y), x / (y * y), x * x / (y * y), 1 / y, x / y};
            for (int i = 0; i < terms.length; i++) {
                sums[i] += terms[i];
            }
        }
        double overhead = (sums[0] * sums[4] - sums[1] * sums[3]) / (sums[0] * sums[2] - sums[1] * sums[1]);
        List<JsonNode> worst = regions(folder, "C01");
        double chunks = middle(worst).get("detail").get("chunks").asLong();
        double share = overhead * chunks / medianCpu(worst);

        assertThat(finding.title())
                .isEqualTo("Handling " + String.format(Locale.ROOT, "%,d", (long) chunks) + " chunks takes "
                        + fixed(100 * share, 0) + "\u00a0% of the CPU time of C01");
        assertThat(finding.cause().toString())
                .isEqualTo("chunk_size: 1: each chunk costs " + seconds(overhead * 1e6)
                        + "\u00a0\u00b5s of CPU time beside its rows.");
        assertThat(finding.seen().toString())
                .startsWith("Median CPU time " + seconds(medianCpu(worst)) + "\u00a0core\u2011s with chunks of 1 row, "
                        + seconds(medianCpu(regions(folder, "C03"))) + "\u00a0core\u2011s with chunks of 100 rows");
        assertThat(finding.evidence()).contains(decomposition(middle(regions(folder, "C03")), middle(worst)));
    }
}
