// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.reports.analysis.Comparison;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;

/** Describes machine and method. */
final class MethodBuilder {

    private final Scope scope;
    private final RunRecord run;

    MethodBuilder(Scope scope) {
        this.scope = scope;
        this.run = scope.run().run();
    }

    Method build() {
        return new Method(machine(), measuring(), new NoiseBuilder(scope).facts(), judging());
    }

    private List<KeyValue> machine() {
        Environment machine = run.environment();
        List<KeyValue> facts = new ArrayList<>();
        facts.add(
                plain("CPU", machine.cpuModel() + ", " + HeadBuilder.cores(machine) + " of " + machine.logicalCpus()));
        facts.add(plain(
                "Memory",
                gigabytes(machine.memoryBytes())
                        + (machine.grantedMemoryBytes() < machine.memoryBytes()
                                ? ", " + gigabytes(machine.grantedMemoryBytes()) + " granted"
                                : "")));
        facts.add(plain("OS", machine.os() + ", kernel " + machine.kernel()));
        machine.governor().ifPresent(g -> facts.add(plain("Governor", g)));
        facts.add(plain(scope.commandsOnly() ? "JVM of the harness" : "JVM", machine.jdk()));
        new JvmWords(scope.run()).told().ifPresent(t -> facts.add(plain("JVM of the forks", t)));
        if (!scope.commandsOnly() && !run.spec().jvmArgs().isEmpty()) {
            facts.add(new KeyValue(
                    "JVM flags", Text.empty().code(String.join(" ", run.spec().jvmArgs()))));
        }
        facts.add(new KeyValue("Build", build(machine)));
        facts.add(new KeyValue("Machine class", Text.empty().code(machine.machineClass())));
        facts.add(new KeyValue("Machine hash", Text.empty().code(machine.machineHash())));
        return facts;
    }

    static Text build(Environment machine) {
        Text text = Text.empty().code(Units.shortDigest(machine.buildDigest()));
        return machine.gitCommit()
                .map(c -> text.plain(", commit ")
                        .code(c.length() > 10 ? c.substring(0, 10) : c)
                        .plain(machine.gitDirty() ? " with uncommitted changes" : ", clean tree"))
                .orElse(text);
    }

    private List<KeyValue> measuring() {
        Protocol protocol = run.spec().protocol();
        List<KeyValue> facts = new ArrayList<>();
        facts.add(plain("Forks", forks(protocol)));
        facts.add(plain("Order", "rounds over all cells, at random, seed " + run.seed()));
        facts.add(plain(
                "Wall",
                scope.run().clock() == WallClock.REGION
                        ? "measured region: call of the aggregator to its return; the process time is stored too"
                        : "whole process, start to exit: some fork or program marks no region"));
        facts.add(plain("CPU", "user and system time of the same span"));
        facts.add(plain("Peak RSS", "of the whole process; a cell shows the greatest of its forks"));
        String cost = run.samplerCores()
                .map(c -> "; sampling and all else of the harness used " + Units.fixed(c, 3) + " cores while forks ran")
                .orElse("");
        facts.add(plain(
                "Sampler", "every " + protocol.samplePeriod().toMillis() + Units.SPACE + "ms, from outside" + cost));
        facts.add(plain(
                "Limits",
                Units.limit(protocol.timeout()) + " a fork; " + Units.limit(protocol.stallTimeout())
                        + " without CPU progress"));
        facts.add(plain(
                "Outputs",
                "digest of canonical rows, outside the timed region, against the reference cell and the manifest"));
        facts.add(plain(
                "A/A pair",
                RunInWords.sameCellTwice(scope.run())
                        .orElse("no cell was measured twice: how small a change this run "
                                + "could have shown is not known")));
        return facts;
    }

    private static String forks(Protocol protocol) {
        boolean looks = protocol.maxForks() > protocol.forks();
        String number = looks
                ? Units.count(protocol.forks()) + " to " + Units.count(protocol.maxForks())
                : Units.count(protocol.forks());
        return number + " counted a cell after "
                + Units.counted(protocol.warmupForks(), "warm-up fork", "warm-up forks")
                + "; one process each, one cold run a process"
                + (looks
                        ? "; at each look a cell ends whose 95" + Units.SPACE
                                + "% interval of the median is within \u00b1" + Units.percent(protocol.precision())
                                + " of it, or would not get there"
                        : "")
                + (protocol.repeats() > 0 ? "; a contaminated fork is repeated once, and the repeat counts" : "");
    }

    private List<KeyValue> judging() {
        List<KeyValue> facts = new ArrayList<>();
        facts.add(plain(
                "Clean",
                "other processes \u2264 0.15 cores and stolen time \u2264 2" + Units.SPACE
                        + "% of capacity during the fork"));
        facts.add(plain("Shown", "the fork with the median wall time, the lower of the two middle ones"));
        facts.add(plain("Rank", "from 4 clean forks; contaminated, failed and wrong cells have none"));
        facts.add(plain("Verdict", "from " + Comparison.FORKS_FOR_VERDICT + " clean forks of both cells"));
        facts.add(plain(
                "Ratio",
                "wall \u00f7 wall of the shown forks; its interval and verdict come from all pairs of forks "
                        + "(Hodges\u2013Lehmann, exact Mann\u2013Whitney, at least 95" + Units.SPACE + "% interval)"));
        facts.add(plain(
                "FASTER, SLOWER", "interval clear of 1 and at least 5" + Units.SPACE + "% of the wall time apart"));
        facts.add(plain(
                "within \u00b15 %",
                "the 90" + Units.SPACE + "% interval lies within 5" + Units.SPACE
                        + "% of 1: equally fast in practice"));
        facts.add(plain("cannot tell", "none of these: more forks, or a quieter machine, might tell"));
        facts.add(plain("Not told apart", "ranges overlap, or the ratio is within 5" + Units.SPACE + "% of 1"));
        facts.add(plain(
                "Noise floor",
                "the smallest change found in 4 of 5 such runs at 95" + Units.SPACE
                        + "% of confidence, from the spread of the cell measured twice, but not less than the interval of "
                        + "that pair admits"));
        facts.add(plain("Many cells", "intervals are not corrected for the number of comparisons"));
        return facts;
    }

    private static KeyValue plain(String key, String value) {
        return new KeyValue(key, Text.of(value));
    }

    private static String gigabytes(long bytes) {
        return Units.trimmed(bytes / 1e9, 1) + Units.SPACE + "GB";
    }
}
