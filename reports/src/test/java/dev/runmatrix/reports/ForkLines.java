// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The stored forks of a run as plain JSON, with an arithmetic of its own: what reports print is held against it. */
final class ForkLines {

    private final List<JsonNode> lines = new ArrayList<>();

    ForkLines(Path run) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(run.resolve("forks.jsonl"))) {
            lines.add(json.readTree(line));
        }
    }

    /** Counted forks of a cell by rising wall time. */
    List<JsonNode> of(String cell) {
        return lines.stream()
                .filter(f ->
                        f.get("cell").asText().equals(cell) && f.get("fork").asInt() > 0)
                .sorted(Comparator.comparingDouble(ForkLines::wall))
                .toList();
    }

    /** The lower of the two middle ones. */
    JsonNode shown(String cell) {
        List<JsonNode> forks = of(cell);
        return forks.get((forks.size() - 1) / 2);
    }

    static double wall(JsonNode fork) {
        return fork.get("region").get("wall_nanos").asLong() / 1e9;
    }

    static double cpu(JsonNode fork) {
        return fork.get("region").get("cpu_nanos").asLong() / 1e9;
    }

    static double rss(JsonNode fork) {
        return fork.get("process").get("peak_rss_bytes").asLong();
    }

    static double pauses(JsonNode fork) {
        return fork.get("region").get("gc_millis").asLong() / 1e3;
    }

    /** Seconds of the threads of a role, on a processor or in want of one. */
    static double threads(JsonNode fork, String role, String nanos) {
        double sum = 0;
        for (JsonNode thread : fork.get("region").get("detail").get("threads")) {
            sum += thread.get("role").asText().equals(role) ? thread.get(nanos).asLong() : 0;
        }
        return sum / 1e9;
    }

    /** The ends of the 95 % interval of six forks against six: the sixth of 36 ratios from either end. */
    double[] interval(String cell, String other, ToDoubleFunction<JsonNode> number) {
        double[] ratios = of(cell).stream()
                .mapToDouble(number)
                .flatMap(a -> of(other).stream().mapToDouble(b -> a / number.applyAsDouble(b)))
                .sorted()
                .toArray();
        if (ratios.length != 36) {
            throw new IllegalStateException(cell + " and " + other + " have not six forks each");
        }
        return new double[] {ratios[5], ratios[30]};
    }

    double sum(String cell, ToDoubleFunction<JsonNode> number) {
        return of(cell).stream().mapToDouble(number).sum();
    }

    /** {@code ×0.382}, {@code ×1.07}, {@code ×13.2}. */
    static String ratio(double value) {
        return "\u00d7" + number(value);
    }

    static String number(double value) {
        return rounded(value, value < 0.9995 ? 3 : value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
    }

    static String range(double[] ends) {
        String low = number(ends[0]);
        String high = number(ends[1]);
        return "[" + (low.equals(high) ? low : low + "\u2013" + high) + "]";
    }

    static double[] reciprocal(double[] ends) {
        return Arrays.stream(new double[] {ends[1], ends[0]}).map(e -> 1 / e).toArray();
    }

    static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
