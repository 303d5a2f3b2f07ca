// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.Noise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The cells of a run in as many short lines, for a terminal; the reports say more. */
final class RunTable {

    private static final int WIDTH = 80;
    private static final int CONFIGURATION_WIDTH = 29;

    private final StoredRun stored;
    private final CellWords words;
    private final Map<String, List<ForkRecord>> counted;

    RunTable(StoredRun stored) {
        this.stored = stored;
        this.counted = counted(stored);
        this.words = new CellWords(stored.run().plan());
    }

    /** All lines, none longer than 80 characters. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("cell", "configuration", "wall s", "range", "cores", "peak RSS", "output"));
        for (PlannedCell cell : stored.run().plan().cells()) {
            lines.add(line(cell));
            trouble(cell).map(text -> "     " + text).map(RunTable::cut).ifPresent(lines::add);
        }
        if (stored.run().plan().reference().isPresent()) {
            lines.add("* reference; wall of the median fork; cores used of workers requested");
        }
        long disturbed = disturbed();
        if (disturbed > 0) {
            lines.add("Other programs disturbed " + disturbed + (disturbed == 1 ? " fork" : " forks")
                    + ": the report says what can still be told.");
        }
        return lines;
    }

    private long disturbed() {
        return counted.values().stream()
                .flatMap(List::stream)
                .filter(fork -> Noise.outcome(fork) == ForkOutcome.CONTAMINATED)
                .count();
    }

    private String line(PlannedCell cell) {
        String name = cell.name() + (cell.reference() ? "*" : "");
        String configuration = words.of(cell);
        List<ForkRecord> good = counted(cell).stream()
                .filter(fork -> fork.region().isPresent() && isGood(fork))
                .sorted(Comparator.comparingLong(fork -> region(fork).wallNanos()))
                .toList();
        if (good.isEmpty()) {
            return line(name, configuration, "–", "–", "–", "–", output(cell));
        }
        // The fork of median wall, the lower of two: its wall is its CPU ÷ its cores.
        RegionUsage median = region(good.get((good.size() - 1) / 2));
        return line(
                name,
                configuration,
                seconds(median),
                seconds(region(good.get(0))) + "–" + seconds(region(good.get(good.size() - 1))),
                cores(median.cpuCores(), cell.requestedWorkers()),
                peakRss(good),
                output(cell));
    }

    private String output(PlannedCell cell) {
        List<OutputCheck> checks =
                counted(cell).stream().flatMap(fork -> fork.output().stream()).toList();
        if (checks.stream().anyMatch(OutputCheck::isWrong)) {
            return "WRONG";
        }
        return checks.isEmpty() ? "none" : "same";
    }

    private Optional<String> trouble(PlannedCell cell) {
        List<ForkRecord> forks = counted(cell);
        Optional<String> wrong = forks.stream()
                .flatMap(fork -> fork.output().filter(OutputCheck::isWrong).stream())
                .findFirst()
                .map(check -> "wrong output: " + check.difference().orElse("other rows"));
        Optional<String> failed = forks.stream()
                .flatMap(fork -> fork.failure().stream())
                .findFirst()
                .map(Failure::message)
                .map(message -> "failed, "
                        + forks.stream().filter(f -> f.failure().isPresent()).count() + " of " + forks.size()
                        + " forks: " + message);
        return wrong.or(() -> failed);
    }

    private List<ForkRecord> counted(PlannedCell cell) {
        return counted.getOrDefault(cell.name(), List.of());
    }

    /** The last attempt of each counted fork, by cell. */
    private static Map<String, List<ForkRecord>> counted(StoredRun stored) {
        Map<String, Map<Integer, ForkRecord>> last = new HashMap<>();
        stored.forks().stream()
                .filter(fork -> !fork.isWarmup() && !fork.twin())
                .forEach(fork -> last.computeIfAbsent(fork.cell(), cell -> new TreeMap<>())
                        .put(fork.fork(), fork));
        Map<String, List<ForkRecord>> lists = new HashMap<>();
        last.forEach((cell, forks) -> lists.put(cell, List.copyOf(forks.values())));
        return lists;
    }

    private static boolean isGood(ForkRecord fork) {
        return fork.status() == ForkStatus.OK
                && fork.output().filter(OutputCheck::isWrong).isEmpty();
    }

    private static RegionUsage region(ForkRecord fork) {
        return fork.region().orElseThrow();
    }

    private static String peakRss(List<ForkRecord> forks) {
        return forks.stream()
                .flatMap(fork -> fork.process().flatMap(ProcessUsage::peakRssBytes).stream())
                .max(Comparator.naturalOrder())
                .map(Amounts::bytes)
                .orElse("–");
    }

    private static String cores(double used, int requested) {
        return String.format(Locale.ROOT, requested < 100 ? "%.2f of %d" : "%.0f of %d", used, requested);
    }

    private static String seconds(RegionUsage region) {
        double seconds = region.wallNanos() / 1e9;
        return String.format(Locale.ROOT, seconds < 100 ? "%.2f" : "%.0f", seconds);
    }

    private static String line(
            String cell, String configuration, String wall, String range, String cores, String rss, String output) {
        String shown = configuration.length() > CONFIGURATION_WIDTH
                ? configuration.substring(0, CONFIGURATION_WIDTH - 1) + "…"
                : configuration;
        return String.format(
                        Locale.ROOT, "%-4s %-29s %6s %11s %9s %8s %6s", cell, shown, wall, range, cores, rss, output)
                .stripTrailing();
    }

    private static String cut(String line) {
        return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
    }
}
