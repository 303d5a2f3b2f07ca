// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.ProfileFindings;
import dev.runmatrix.harness.result.ProfileFindings.Allocation;
import dev.runmatrix.harness.result.ProfileFindings.Group;
import dev.runmatrix.harness.result.ProfileFindings.Method;
import dev.runmatrix.harness.result.ProfileFindings.Pauses;
import dev.runmatrix.harness.result.ProfileFindings.Wait;
import dev.runmatrix.harness.result.ProfileFindings.WaitKind;
import dev.runmatrix.harness.result.ProfileRecord;
import dev.runmatrix.harness.result.ProfileSummary;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.ProfileWords;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A profile for people. */
final class ProfileText {

    private static final int METHODS = 12;
    private static final int OTHERS = 6;
    private static final double LEAST_SHARE = 0.005;

    private final ProfileRecord profile;
    private final Paint paint;
    private final ProfileFindings findings;

    ProfileText(ProfileRecord profile, Paint paint) {
        this.profile = profile;
        this.paint = paint;
        this.findings = profile.findings();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        sentence(head(), lines);
        if (!ProfileSummary.of(profile).hasEnoughSamples()) {
            sentence(
                    "Fewer than " + ProfileSummary.ENOUGH_SAMPLES
                            + " samples of working threads: shares are rough. Give more --forks, or profile a larger"
                            + " dataset.",
                    lines);
        }
        profile.notes().forEach(note -> sentence(note, lines));
        findings.groups().forEach(group -> methods(group, lines));
        allocations(lines);
        waits(lines);
        lines.add("");
        sentence(runtime(), lines);
        return lines;
    }

    private String head() {
        String slowdown = profile.slowdown()
                .map(ratio -> "; their wall is " + Units.ratio(ratio) + " that of "
                        + Units.counted(profile.plainForks(), "fork", "forks") + " without")
                .orElse("");
        return "Profile of " + profile.cell().name() + ": " + CellLabels.setting(profile.cell()) + ". "
                + Units.counted(profile.forks(), "recorded fork", "recorded forks") + slowdown
                + ". A sample of each running thread every " + profile.periodMillis()
                + " ms. None of these forks is a result.";
    }

    private void methods(Group group, List<String> lines) {
        lines.add("");
        String cpu = group.role() == ThreadRole.WORK
                ? profile.cpuNanos()
                        .map(nanos -> "; " + Units.seconds(nanos / 1e9) + " CPU s a fork"
                                + (profile.cpuOfWork() ? "" : ", those of the JVM's own threads in it"))
                        .orElse("")
                : "";
        lines.add(name(group.role()) + ", " + Units.counted(group.samples(), "sample", "samples") + cpu);
        TextTable table = new TextTable(
                Column.of("self"), Column.of("n"), Column.of("with callees"), Column.flexible("method ← its callers"));
        group.methods().stream()
                .filter(m -> m.self() > LEAST_SHARE * group.samples())
                .limit(METHODS)
                .forEach(m -> table.row(List.of(
                        share(m.self(), group.samples()),
                        Units.count(m.self()),
                        share(m.total(), group.samples()),
                        chain(m))));
        lines.addAll(table.lines(paint));
    }

    private static String name(ThreadRole role) {
        return switch (role) {
            case WORK -> "Working threads";
            case GARBAGE -> "Threads of the collector";
            case COMPILER -> "Threads of the compiler";
            case SERVICE -> "Threads of the runtime";
        };
    }

    private static String chain(Method method) {
        String callers = method.callers().stream()
                .map(ProfileWords::shortName)
                .map(caller -> " ← " + caller)
                .collect(Collectors.joining());
        return ProfileWords.shortName(method.name()) + callers;
    }

    private void allocations(List<String> lines) {
        if (findings.allocations().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Allocated, about " + Amounts.bytes(findings.allocatedBytes() / profile.forks()) + " a fork");
        TextTable table =
                new TextTable(Column.of("share"), Column.of("n"), Column.flexible("class"), Column.flexible("at"));
        findings.allocations().stream()
                .filter(a -> a.bytes() > LEAST_SHARE * findings.allocatedBytes())
                .limit(OTHERS)
                .forEach((Allocation a) -> table.row(List.of(
                        share(a.bytes(), findings.allocatedBytes()),
                        Units.count(a.samples()),
                        ProfileWords.shortName(a.type()),
                        ProfileWords.shortName(a.site()))));
        lines.addAll(table.lines(paint));
    }

    private void waits(List<String> lines) {
        lines.add("");
        if (findings.waits().isEmpty()) {
            sentence(
                    "No wait of a working thread was long enough to be recorded: 1 ms for locks, 0.1 ms for files.",
                    lines);
            return;
        }
        lines.add("Waits of working threads (locks from 1 ms on, reads and writes from 0.1 ms on)");
        TextTable table =
                new TextTable(Column.of("s a fork"), Column.of("n"), Column.flexible("for"), Column.flexible("at"));
        findings.waits().stream()
                .limit(OTHERS)
                .forEach((Wait w) -> table.row(List.of(
                        Units.seconds(w.nanos() / 1e9 / profile.forks()),
                        Units.count(w.count()),
                        what(w),
                        ProfileWords.shortName(w.site()))));
        lines.addAll(table.lines(paint));
    }

    private static String what(Wait wait) {
        String type = wait.type().isEmpty() ? "" : " " + ProfileWords.shortName(wait.type());
        return switch (wait.kind()) {
            case MONITOR -> "monitor" + type;
            case PARK -> "parked" + type;
            case READ, WRITE -> (wait.kind() == WaitKind.READ ? "read " : "write ") + Amounts.bytes(wait.bytes());
        };
    }

    private String runtime() {
        Pauses pauses = findings.pauses();
        int forks = profile.forks();
        String collector = pauses.count() == 0
                ? "No collection."
                : "A fork has " + Units.fixed((double) pauses.count() / forks, 1) + " collections that pause it for "
                        + Units.seconds(pauses.nanos() / 1e9 / forks) + " s together, "
                        + Units.seconds(pauses.longestNanos() / 1e9) + " s at most.";
        String compiler = " The compiler takes " + Units.seconds(findings.compilingNanos() / 1e9 / forks) + " s for "
                + Units.count(findings.compilations() / forks) + " methods of a fork.";
        String load = findings.jvmLoad()
                .flatMap(jvm -> findings.machineLoad()
                        .map(machine -> " Of all processors the fork used " + Units.percent(jvm) + ", everybody "
                                + Units.percent(machine) + "."))
                .orElse("");
        return collector + compiler + load;
    }

    /** What grew from one profile to another. */
    static List<String> differences(ProfileRecord first, ProfileRecord second, List<MethodGrowth> all, Paint paint) {
        List<String> lines = new ArrayList<>();
        String from = first.cell().name();
        String to = second.cell().name();
        List<MethodGrowth> told =
                all.stream().filter(MethodGrowth::isTold).limit(METHODS).toList();
        lines.add("");
        if (told.isEmpty()) {
            sentence(
                    "No method differs between " + from + " and " + to
                            + " by more than so few samples differ by chance.",
                    lines);
            return lines;
        }
        lines.add(to + " − " + from + ", CPU s a fork in the method itself");
        TextTable table = new TextTable(
                Column.of("difference"),
                Column.of("±"),
                Column.of(from),
                Column.of("n"),
                Column.of(to),
                Column.of("n"),
                Column.flexible("method"));
        told.forEach(d -> table.row(List.of(
                (d.seconds() > 0 ? "+" : "") + Units.fixed(d.seconds(), 3),
                Units.fixed(d.errorSeconds(), 3),
                Units.fixed(d.firstSeconds(), 3),
                Units.count(d.firstSamples()),
                Units.fixed(d.secondSeconds(), 3),
                Units.count(d.secondSamples()),
                ProfileWords.shortName(d.method()))));
        lines.addAll(table.lines(paint));
        return lines;
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : Units.percent((double) part / whole);
    }

    private static void sentence(String text, List<String> lines) {
        lines.addAll(TextTable.wrap(text, TextTable.WIDTH));
    }
}
