// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static dev.runmatrix.reports.recomputed.ReportSection.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every number about machine, method, noise and raw data, in both reports, fork by fork. */
class RecomputedNoiseTest {

    private static final ReportedRun RUN = ReportedRun.DEFAULT_MATRIX;

    private static String percent(double share) {
        return Printed.fixed(100 * share, Math.abs(share) < 0.1 ? 1 : 0);
    }

    private static ToDoubleFunction<RecordedFork> queue(RecordedCell cell) {
        return fork -> fork.shareOfLife("/noise/run_queue_nanos") / cell.requestedWorkers();
    }

    private static double throttled(RecordedFork fork) {
        return fork.shareOfLife("/noise/throttled_nanos");
    }

    private static ToDoubleFunction<RecordedFork> pressure(String kind) {
        return fork -> fork.shareOfLife("/noise/pressure/" + kind + "_nanos");
    }

    private static String ends(double[] values, DoubleFunction<String> written) {
        String low = written.apply(Arrays.stream(values).min().orElseThrow());
        String high = written.apply(Arrays.stream(values).max().orElseThrow());
        return low.equals(high) ? low : low + "\u2013" + high;
    }

    private static List<String> cellRow(RecordedCell cell) {
        return List.of(
                cell.name(),
                ends(cell.all(RecordedFork::foreign), Printed::cores),
                ends(cell.all(RecordedFork::stolen), RecomputedNoiseTest::percent),
                ends(cell.all(queue(cell)), RecomputedNoiseTest::percent),
                ends(cell.all(RecomputedNoiseTest::throttled), Printed::cores),
                String.join(
                        " / ",
                        Stream.of("cpu", "memory", "io")
                                .map(kind -> ends(cell.all(pressure(kind)), RecomputedNoiseTest::percent))
                                .toList()),
                ends(cell.all(f -> f.at("/noise/major_faults")), Printed::count),
                "");
    }

    private static List<List<String>> accounts() {
        List<List<String>> rows = new ArrayList<>();
        int all = 0;
        for (RecordedCell cell : RUN.forks().cells()) {
            String forks = Integer.toString(cell.forks().size());
            all += cell.forks().size();
            rows.add(List.of(cell.name(), forks, forks));
        }
        rows.add(List.of("all", Integer.toString(all), Integer.toString(all)));
        return rows;
    }

    private static List<List<String>> cells() {
        return RUN.forks().cells().stream().map(RecomputedNoiseTest::cellRow).toList();
    }

    /** What a cell stands for, but for its own setting. */
    private static List<List<String>> also() {
        int one = 0;
        int several = 0;
        for (JsonNode cell : RUN.all().run().at("/plan/cells")) {
            boolean streams = cell.at("/cell/mode").asText().equals("streaming");
            boolean first = cell.at("/cell/dataset").asText().equals("production-medium");
            one += streams ? cell.get("merged").size() : 0;
            several += streams || !first ? 0 : cell.get("merged").size();
        }
        return List.of(line(one), line(several));
    }

    private static String commit() {
        return RUN.all().run().at("/environment/git_commit").asText().substring(0, 12);
    }

    private static List<List<String>> data(List<List<String>> repeat) {
        JsonNode run = RUN.all().run();
        List<List<String>> lines = new ArrayList<>(repeat);
        lines.add(line(run.get("id").asText()));
        lines.addAll(also());
        return lines;
    }

    @Test
    void markdownTellsOfTheData() {
        ReportSection section = RUN.markdown("Data and reproduction");
        String seed = RUN.all().run().get("seed").asText();

        section.tells(data(List.of(line(commit()), line(seed))));
        section.table("Planned").tells(accounts());
        section.table("Major faults").tells(cells());
        section.table("Setting not measured")
                .columns("Reason", "Setting not measured")
                .tells(List.of(List.of("excluded by run-matrix.yaml:22", "1 100000")));
    }

    @Test
    void htmlTellsOfTheData() {
        ReportSection section = RUN.html("data");
        String seed = RUN.all().run().get("seed").asText();

        section.tells(data(List.of(line(commit(), seed))));
        section.table("Planned").tells(accounts());
        section.table("Major faults").tells(cells());
        section.table("Setting")
                .columns("Reason", "Setting")
                .tells(List.of(List.of("excluded by run-matrix.yaml:22", "1 100000")));
    }

    private static List<String> forkRow(RecordedCell cell, JsonNode line) {
        RecordedFork fork = new RecordedFork(line, false);
        String twin = line.get("twin").asBoolean() ? " of the twin" : "";
        return List.of(
                cell.name() + " fork " + line.get("fork").asInt() + twin,
                "",
                Printed.threeDigits(fork.wall()),
                Printed.cores(fork.foreign()),
                percent(fork.stolen()),
                percent(queue(cell).applyAsDouble(fork)),
                Printed.cores(throttled(fork)),
                String.join(
                        " / ",
                        Stream.of("cpu", "memory", "io")
                                .map(kind -> percent(pressure(kind).applyAsDouble(fork)))
                                .toList()),
                Printed.count(fork.at("/noise/major_faults")) + " / " + Printed.count(fork.at("/noise/minor_faults")),
                Printed.count(fork.at("/noise/involuntary_switches")),
                "",
                "");
    }

    /** Those of the pair stand behind the others of their cell. */
    @Test
    void htmlTellsOfEveryFork() {
        List<List<String>> rows = new ArrayList<>();
        for (RecordedCell cell : RUN.forks().cells()) {
            for (boolean twin : new boolean[] {false, true}) {
                RUN.all().lines(cell.name()).stream()
                        .filter(line ->
                                line.get("fork").asInt() > 0 && line.get("twin").asBoolean() == twin)
                        .sorted(Comparator.comparingInt(line -> line.get("fork").asInt()))
                        .forEach(line -> rows.add(forkRow(cell, line)));
            }
        }

        RUN.html("data").table("Fork").tells(rows);
    }

    private static String around(double[] values, DoubleFunction<String> written) {
        String middle = written.apply(Arithmetic.median(values));
        String ends = ends(values, written);
        return ends.contains("\u2013") ? middle + " [" + ends + "]" : middle;
    }

    private static double[] all(ToDoubleFunction<RecordedFork> of) {
        return RecomputedAnswerTest.forks(of);
    }

    private static double[] queues() {
        return RUN.forks().cells().stream()
                .flatMapToDouble(cell -> Arrays.stream(cell.all(queue(cell))))
                .toArray();
    }

    private static String count(String pointer) {
        return around(all(f -> f.at(pointer)), Printed::count);
    }

    private static List<List<String>> noise() {
        String memory = around(all(pressure("memory")), RecomputedNoiseTest::percent);
        return List.of(
                line(around(all(RecordedFork::foreign), Printed::cores)),
                line(around(all(RecordedFork::stolen), RecomputedNoiseTest::percent)),
                line(around(queues(), RecomputedNoiseTest::percent)),
                line(around(all(RecomputedNoiseTest::throttled), Printed::cores)),
                line(around(all(pressure("cpu")), RecomputedNoiseTest::percent)),
                line(memory + " %"),
                line(around(all(pressure("io")), RecomputedNoiseTest::percent)),
                line(count("/noise/major_faults")),
                line(count("/noise/minor_faults")),
                line(count("/noise/involuntary_switches")),
                line(queues().length, "5 %", "50 %"));
    }

    private static List<List<String>> machine() {
        JsonNode run = RUN.all().run();
        JsonNode machine = run.get("environment");
        JsonNode jvm = RUN.all().lines().get(0).get("jvm");
        List<String> flags = new ArrayList<>();
        run.at("/spec/jvm_args").forEach(flag -> flags.add(flag.asText()));
        String granted = Printed.bare(machine.get("granted_cores").asDouble());
        return List.of(
                line(granted, machine.get("logical_cpus").asText()),
                line(Printed.fixed(machine.get("granted_memory_bytes").asDouble() / 1e9, 1) + " GB"),
                line(machine.get("os").asText(), machine.get("kernel").asText()),
                line(machine.get("jdk").asText()),
                line(
                        jvm.get("version").asText(),
                        CellFigures.gigabytes(jvm.get("max_heap_bytes").asDouble()) + " GB"),
                line(String.join(" ", flags)),
                line(machine.get("git_commit").asText().substring(0, 10)),
                line(machine.get("machine_class").asText()),
                line(machine.get("machine_hash").asText()));
    }

    private static List<List<String>> measuring() {
        JsonNode run = RUN.all().run();
        return List.of(
                line(
                        run.at("/spec/protocol/forks").asText(),
                        run.at("/spec/protocol/warmup_forks").asText()),
                line(run.get("seed").asText()),
                line("100 ms", Printed.fixed(run.get("sampler_cores").asDouble(), 3)),
                line("600 s", "60 s"),
                MeasuredTwice.told());
    }

    private static List<List<String>> limits() {
        return List.of(
                line("0.15", "2 %"),
                line(4),
                line(6),
                line("95 %"),
                line(1, "5 %"),
                line("90 %", "5 %", 1),
                line("5 %", 1),
                line(4, 5, "95 %"));
    }

    @Test
    void markdownTellsOfTheMethod() {
        List<List<String>> told = RUN.markdown("Machine and method").tables().get(0).rows().stream()
                .map(row -> PrintedNumbers.of(row.get(1)))
                .filter(found -> !found.isEmpty())
                .toList();
        List<List<String>> expected = new ArrayList<>(machine());
        expected.addAll(measuring());
        expected.addAll(noise());
        expected.addAll(limits());

        assertThat(told).containsExactlyElementsOf(expected);
        RUN.markdown("Machine and method").tells(List.of());
    }

    @Test
    void htmlTellsOfTheMethod() {
        List<List<String>> expected = new ArrayList<>(machine());
        expected.addAll(measuring());
        expected.addAll(limits());
        expected.add(expected.size() - 3, line("\u00b15 %"));
        expected.addAll(noise());

        RUN.html("method").tells(expected);
    }
}
