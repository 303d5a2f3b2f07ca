// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Numbers of findings, computed again from the lines of {@code forks.jsonl} with an arithmetic of its own. */
class RecordedNumbersTest {

    private static final double NANOS = 1e9;
    private static final double EXACT = 1e-9;

    private final List<JsonNode> forks = new ArrayList<>();
    private String span = "region";
    private Path folder = Path.of("");

    private Finding first(String name, String clock) throws Exception {
        span = clock;
        folder = Path.of(RecordedNumbersTest.class.getResource(name).toURI());
        for (String line : Files.readAllLines(folder.resolve("forks.jsonl"))) {
            JsonNode fork = new ObjectMapper().readTree(line);
            if (fork.get("fork").asInt() > 0 && fork.get("cell").asText().equals("C01")) {
                forks.add(fork);
            }
        }
        forks.sort(Comparator.comparingDouble(this::wall));
        return Diagnosis.of(RunAnalysis.of(RunStore.read(folder))).allegations().get(0);
    }

    private double wall(JsonNode fork) {
        return fork.get(span).get("wall_nanos").asLong() / NANOS;
    }

    private double cpu(JsonNode fork) {
        return fork.get(span).get("cpu_nanos").asLong() / NANOS;
    }

    private double cores(JsonNode fork) {
        return cpu(fork) / wall(fork);
    }

    private static double process(JsonNode fork) {
        return fork.get("process").get("wall_nanos").asLong() / NANOS;
    }

    private JsonNode shown() {
        return forks.get((forks.size() - 1) / 2);
    }

    private double median(ToDoubleFunction<JsonNode> number) {
        double[] sorted = forks.stream().mapToDouble(number).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private List<JsonNode> threads(JsonNode fork, String role) {
        JsonNode span = fork.get(this.span).has("detail") ? fork.get(this.span).get("detail") : fork.get(this.span);
        List<JsonNode> threads = new ArrayList<>();
        for (JsonNode thread : span.get("threads")) {
            if (thread.get("role").asText().equals(role)) {
                threads.add(thread);
            }
        }
        return threads;
    }

    private double seconds(JsonNode fork, String role) {
        return threads(fork, role).stream()
                        .mapToLong(thread -> thread.get("cpu_nanos").asLong())
                        .sum()
                / NANOS;
    }

    private static double measure(Finding finding, String name) {
        return finding.measures().stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + finding.measures()))
                .value();
    }

    private static void holds(Finding finding, String name, double expected) {
        assertThat(measure(finding, name)).as(name).isCloseTo(expected, within(EXACT * Math.max(1, expected)));
    }

    /** {@code 71 %}, {@code 5.0 %}. */
    private static String percent(double share) {
        return BigDecimal.valueOf(100 * share)
                        .setScale(Math.abs(100 * share) < 10 ? 1 : 0, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + "\u00a0%";
    }

    @Test
    void throttling() throws Exception {
        Finding n3 = first("n3-quota", "region");
        double held = median(f -> f.get("noise").get("throttled_nanos").asLong() / NANOS / process(f));

        assertThat(n3.rule()).isEqualTo(RuleId.N3);
        holds(n3, "cores held back, on average", held);
        holds(
                n3,
                "periods held back in",
                median(f -> f.get("noise").get("throttled_periods").asDouble()));
        holds(n3, "cores used", median(this::cores));
        // Kept from two processors at once, for more than the wall time: no share of it.
        assertThat(held).isGreaterThan(1);
        assertThat(n3.seen().toString())
                .contains(String.format(Locale.ROOT, "held back on %.2f processors on average", held))
                .doesNotContain("%");
    }

    @Test
    void aFullHeap() throws Exception {
        Finding m1 = first("m1-small-heap", "region");
        ToDoubleFunction<JsonNode> full =
                f -> f.get("region").get("detail").get("full_collections").asDouble();
        ToDoubleFunction<JsonNode> all = f -> f.get("region").get("gc_count").asDouble();
        double whole = median(f -> full.applyAsDouble(f) / all.applyAsDouble(f));
        double pauses = median(f -> f.get("region").get("gc_millis").asDouble() / 1e3 / wall(f));

        holds(m1, "share of collections of the whole heap", whole);
        holds(m1, "collections of the whole heap", median(full));
        holds(m1, "collections", median(all));
        holds(m1, "time in collections", pauses);
        holds(m1, "CPU share of the collector", median(f -> seconds(f, "garbage") / cpu(f)));
        holds(
                m1,
                "peak heap",
                median(f -> f.get("region").get("peak_heap_bytes").asDouble()));
        assertThat(m1.seen().toString())
                .contains(percent(whole) + " of them")
                .contains("collections took " + percent(pauses) + " of the wall time");
    }

    @Test
    void storage() throws Exception {
        Finding i1 = first("i1-storage", "region");
        ToDoubleFunction<JsonNode> read =
                f -> f.get("noise").get("storage_read_bytes").asDouble();
        double input = bytesOfTheInput();

        holds(i1, "cores used", median(this::cores));
        holds(i1, "read from storage", median(f -> read.applyAsDouble(f) / process(f)));
        holds(i1, "input from storage", median(f -> read.applyAsDouble(f) / input));
        holds(
                i1,
                "waiting for input or output",
                median(f -> f.get("noise").get("pressure").get("io_nanos").asLong() / NANOS / process(f)));
        holds(
                i1,
                "capacity idle for storage",
                median(f -> f.get("noise").get("io_wait_fraction").asDouble()));
        double reads =
                median(f -> f.get("region").get("detail").get("read_nanos").asLong() / NANOS / (2 * wall(f)));
        holds(i1, "time in reads", reads);
        assertThat(i1.seen().toString()).contains("reads took " + percent(reads) + " of the time of the workers");
    }

    private double bytesOfTheInput() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("run.json").toFile())
                .get("datasets")
                .get(0)
                .get("bytes")
                .asDouble();
    }

    @Test
    void compiling() throws Exception {
        Finding s1 = first("s1-start", "region");
        double share = median(f -> seconds(f, "compiler") / cpu(f));

        holds(s1, "CPU share of the compilers", share);
        holds(s1, "wall time", median(this::wall));
        assertThat(s1.seen().toString()).contains("the compilers took " + percent(share) + " of CPU seconds");
    }

    @Test
    void oneThread() throws Exception {
        Finding p1 = first("p1-serial-stage", "process");
        double busiest = threads(shown(), "work").stream()
                        .mapToLong(thread -> thread.get("cpu_nanos").asLong())
                        .max()
                        .orElseThrow()
                / NANOS
                / wall(shown());

        holds(p1, "share of the wall time of thread job-1", busiest);
        holds(p1, "cores used", cores(shown()));
        holds(p1, "wall", wall(shown()));
        assertThat(p1.seen().toString()).contains("Thread job-1 was on a processor for " + percent(busiest));
    }

    @Test
    void stragglers() throws Exception {
        Finding b1 = first("b1-skewed", "process");
        List<JsonNode> workers = threads(shown(), "work").stream()
                .filter(thread -> thread.get("name").asText().startsWith("job-"))
                .toList();
        double most = workers.stream()
                .mapToDouble(t -> t.get("cpu_nanos").asDouble())
                .max()
                .orElseThrow();
        double mean = workers.stream()
                .mapToDouble(t -> t.get("cpu_nanos").asDouble())
                .average()
                .orElseThrow();
        double last = workers.stream()
                .mapToDouble(t -> t.get("last_millis").asDouble())
                .max()
                .orElseThrow();
        double early = workers.stream()
                .mapToDouble(t -> t.get("last_millis").asDouble())
                .min()
                .orElseThrow();
        double tail = (last - early) / 1e3;

        holds(b1, "CPU time, busiest ÷ mean worker", most / mean);
        holds(b1, "tail", tail);
        holds(b1, "tail, share of the wall time", tail / wall(shown()));
        holds(b1, "cores used", cores(shown()));
        assertThat(b1.seen().toString()).contains(percent(tail / wall(shown())) + " of ");
    }

    @Test
    void idleWorkers() throws Exception {
        Finding p2 = first("p2-lock", "process");
        double upkeep = seconds(shown(), "garbage") + seconds(shown(), "compiler");

        holds(p2, "cores used, without garbage collection and compilers", (cpu(shown()) - upkeep) / wall(shown()));
        holds(p2, "cores used", cores(shown()));
        holds(p2, "wall", wall(shown()));
    }
}
