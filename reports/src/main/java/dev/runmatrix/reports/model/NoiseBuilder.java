// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.statistics.Contamination;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.ForkNoise;
import dev.runmatrix.reports.analysis.PageCache;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what the rest of the machine did while the counted forks ran. */
final class NoiseBuilder {

    private final RunAnalysis run;
    private final List<ForkNoise> all;

    NoiseBuilder(Scope scope) {
        this.run = scope.run();
        this.all = run.cells().stream().flatMap(c -> run.noise(c).stream()).toList();
    }

    /** A few sentences on the whole run. */
    String sentence() {
        String spread = spread().map(s -> " Forks of a cell typically differ by " + Units.percent(s)
                        + " of its median wall time, fastest to slowest.")
                .orElse("");
        if (run.stored().forks().isEmpty()) {
            return "no fork ended, so nothing was seen.";
        }
        if (all.isEmpty()) {
            return "other load was not visible on this machine." + spread;
        }
        double[] foreign =
                all.stream().mapToDouble(n -> n.evidence().foreignCores()).toArray();
        return "other processes used " + Units.cores(Median.of(foreign)) + " cores during the median fork and "
                + Units.cores(Arrays.stream(foreign).max().orElse(0)) + " at most; a clean fork tolerates "
                + Units.trimmed(Contamination.MAX_FOREIGN_CORES, 2) + "." + stolen() + throttled() + cold() + spread;
    }

    private String stolen() {
        return most(n -> n.evidence().stealFraction())
                .filter(s -> s > Contamination.MAX_STEAL)
                .map(s -> " The hypervisor took " + Units.percent(s) + " of capacity from one of them.")
                .orElse("");
    }

    private String throttled() {
        return most(ForkNoise::throttled)
                .filter(t -> t > Contamination.MAX_STEAL)
                .map(t -> " One was throttled on " + Units.cores(t) + " processors on average.")
                .orElse("");
    }

    /** Times of a cold and of a warm input are not alike. */
    private String cold() {
        Map<PageCache, Long> states = pageCaches();
        long known = states.values().stream().mapToLong(Long::longValue).sum();
        long warm = states.getOrDefault(PageCache.WARM, 0L);
        return warm == known
                ? ""
                : " " + Units.count(known - warm) + " of " + Units.counted(known, "fork", "forks")
                        + " read some of the input from storage, not from the page cache.";
    }

    private Optional<Double> spread() {
        double[] widths = run.cells().stream()
                .filter(CellAnalysis::isRanked)
                .map(CellAnalysis::ranked)
                .mapToDouble(NoiseBuilder::width)
                .toArray();
        return widths.length == 0 ? Optional.empty() : Optional.of(Median.of(widths));
    }

    private static double width(CellNumbers numbers) {
        return (numbers.wallRange().high() - numbers.wallRange().low())
                / numbers.shown().wallSeconds();
    }

    private Optional<Double> most(Function<ForkNoise, Optional<Double>> what) {
        return all.stream().flatMap(n -> what.apply(n).stream()).max(Double::compare);
    }

    /** Everything that was seen, as median and range over the counted forks; a line for what was not. */
    List<KeyValue> facts() {
        if (all.isEmpty()) {
            String why = run.stored().forks().isEmpty()
                    ? "nothing was seen, as no fork ended"
                    : "nothing of it can be read on this machine";
            return List.of(new KeyValue("Noise", Text.of(why)));
        }
        Map<String, Optional<String>> facts = new LinkedHashMap<>();
        facts.put("Other load", NoiseRange.cores(all).map(r -> r.around() + " cores"));
        facts.put("Stolen time", share(n -> n.evidence().stealFraction(), "capacity"));
        facts.put(
                "Run queue, all threads",
                share(ForkNoise::runQueue, "requested workers \u00d7 the time of the process"));
        facts.put(
                "Throttled",
                NoiseRange.cores(all, ForkNoise::throttled).map(r -> r.around() + " processors on average"));
        facts.put("Pressure, CPU", share(ForkNoise::cpuPressure, "the wall time"));
        facts.put("Pressure, memory", share(ForkNoise::memoryPressure, "the wall time"));
        facts.put("Pressure, I/O", share(ForkNoise::ioPressure, "the wall time"));
        facts.put("Major faults", count(NoiseEvidence::majorFaults).map(r -> r + " a fork"));
        facts.put("Minor faults", count(NoiseEvidence::minorFaults).map(r -> r + " a fork"));
        facts.put("Forced switches", count(NoiseEvidence::involuntarySwitches).map(r -> r + " a fork, at least"));
        facts.put("Page cache", pageCache());
        facts.put("Governor of forks", governor());
        List<KeyValue> lines = new ArrayList<>();
        facts.forEach((key, value) -> value.ifPresent(v -> lines.add(new KeyValue(key, Text.of(v)))));
        String unseen = facts.entrySet().stream()
                .filter(e -> e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .map(k -> k.substring(0, 1).toLowerCase(Locale.ROOT) + k.substring(1))
                .collect(Collectors.joining("; "));
        if (!unseen.isEmpty()) {
            lines.add(new KeyValue("Not readable here", Text.of(unseen)));
        }
        return lines;
    }

    private Optional<String> share(Function<ForkNoise, Optional<Double>> what, String whole) {
        return NoiseRange.percent(all, what).map(r -> r.around() + Units.SPACE + "% of " + whole);
    }

    private Optional<String> count(Function<NoiseEvidence, Optional<Long>> what) {
        return NoiseRange.count(all, what).map(NoiseRange::around);
    }

    private Map<PageCache, Long> pageCaches() {
        return all.stream()
                .flatMap(n -> n.pageCache().stream())
                .collect(Collectors.groupingBy(p -> p, TreeMap::new, Collectors.counting()));
    }

    private Optional<String> pageCache() {
        Map<PageCache, Long> states = pageCaches();
        if (states.isEmpty()) {
            return Optional.empty();
        }
        String forks = states.entrySet().stream()
                .map(e -> word(e.getKey()) + " in " + Units.counted(e.getValue(), "fork", "forks"))
                .collect(Collectors.joining(", "));
        return Optional.of(forks + "; warm: storage delivered less than " + Units.trimmed(100 * PageCache.WARM_BELOW, 1)
                + Units.SPACE + "% of the input\u2019s bytes; cold: " + Units.trimmed(100 * PageCache.COLD_FROM, 1)
                + Units.SPACE + "% of them or more");
    }

    static String word(PageCache state) {
        return switch (state) {
            case WARM -> "warm";
            case PARTLY -> "partly warm";
            case COLD -> "cold";
        };
    }

    private Optional<String> governor() {
        Map<String, Long> governors = all.stream()
                .flatMap(n -> n.evidence().governor().stream())
                .collect(Collectors.groupingBy(g -> g, LinkedHashMap::new, Collectors.counting()));
        if (governors.size() == 1) {
            return governors.keySet().stream().findFirst().map(g -> g + " at the start of every fork that told");
        }
        return governors.isEmpty()
                ? Optional.empty()
                : Optional.of(governors.entrySet().stream()
                        .map(e -> e.getKey() + " at the start of " + Units.counted(e.getValue(), "fork", "forks"))
                        .collect(Collectors.joining(", ")));
    }

    /** One row a cell around which something was seen. */
    List<Data.NoiseRow> rows() {
        List<Data.NoiseRow> rows = new ArrayList<>();
        for (CellAnalysis cell : run.cells()) {
            List<ForkNoise> seen = run.noise(cell);
            if (!seen.isEmpty()) {
                rows.add(row(cell, seen));
            }
        }
        return rows;
    }

    private static Data.NoiseRow row(CellAnalysis cell, List<ForkNoise> seen) {
        String pressure = Arrays.asList(
                        percent(seen, ForkNoise::cpuPressure),
                        percent(seen, ForkNoise::memoryPressure),
                        percent(seen, ForkNoise::ioPressure))
                .stream()
                .collect(Collectors.joining(" / "));
        return new Data.NoiseRow(
                cell.name(),
                NoiseRange.cores(seen).map(NoiseRange::ends).orElse(Units.DASH),
                percent(seen, n -> n.evidence().stealFraction()),
                percent(seen, ForkNoise::runQueue),
                NoiseRange.cores(seen, ForkNoise::throttled)
                        .map(NoiseRange::ends)
                        .orElse(Units.DASH),
                pressure,
                NoiseRange.count(seen, NoiseEvidence::majorFaults)
                        .map(NoiseRange::ends)
                        .orElse(Units.DASH),
                cache(seen));
    }

    private static String percent(List<ForkNoise> seen, Function<ForkNoise, Optional<Double>> what) {
        return NoiseRange.percent(seen, what).map(NoiseRange::ends).orElse(Units.DASH);
    }

    private static String cache(List<ForkNoise> seen) {
        String states = seen.stream()
                .flatMap(n -> n.pageCache().stream())
                .distinct()
                .sorted()
                .map(NoiseBuilder::word)
                .collect(Collectors.joining(", "));
        return states.isEmpty() ? Units.DASH : states;
    }
}
