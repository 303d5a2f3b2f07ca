// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.floor.FloorPlan;
import dev.runmatrix.harness.floor.HeapFlags;
import dev.runmatrix.harness.floor.KneeSearch;
import dev.runmatrix.harness.result.FloorAnswer;
import dev.runmatrix.harness.result.FloorAnswer.WallRatio;
import dev.runmatrix.harness.result.FloorAttempt;
import dev.runmatrix.harness.result.FloorPurpose;
import dev.runmatrix.harness.result.FloorRecord;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.statistics.Contamination;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A search for a memory floor for people: a table of what was tried, and what it means. */
final class FloorText {

    private static final int WIDTH = TextTable.WIDTH;
    private static final String NONE = "–";

    private final FloorRecord floor;
    private final FloorAnswer answer;
    private final List<FloorAttempt> attempts;
    private final List<FloorPoint> points;

    FloorText(FloorRecord floor, FloorAnswer answer, List<FloorAttempt> attempts) {
        this.floor = floor;
        this.answer = answer;
        this.attempts = List.copyOf(attempts);
        this.points = FloorPoint.of(attempts);
    }

    List<String> lines(Paint paint) {
        List<String> lines = new ArrayList<>(TextTable.wrap(title(), WIDTH));
        lines.add("");
        lines.addAll(table(paint));
        lines.add("");
        sentences().forEach(sentence -> lines.addAll(TextTable.wrap(sentence, WIDTH)));
        return lines;
    }

    private String title() {
        return "Memory floor of " + floor.cell().name() + ": " + CellLabels.setting(floor.cell())
                + floor.dataset()
                        .map(data -> ", " + Units.count(data.podRows()) + " rows")
                        .orElse("");
    }

    private List<String> table(Paint paint) {
        boolean limited = points.stream().anyMatch(p -> p.limitMebibytes().isPresent());
        List<Column> columns = new ArrayList<>();
        columns(limited, "heap", "limit MiB", "forks", "completed", "wall s", "÷ shipped", "peak RSS")
                .forEach(heading -> columns.add(Column.of(heading)));
        columns.add(Column.wrapped(""));
        TextTable table = new TextTable(columns);
        for (FloorPoint point : points) {
            table.row(columns(
                    limited,
                    point.heapMebibytes().map(FloorText::size).orElse(shipped()),
                    point.limitMebibytes().map(String::valueOf).orElse(NONE),
                    String.valueOf(point.attempts()),
                    String.valueOf(point.completed()),
                    point.wallNanos().map(nanos -> Units.seconds(nanos / 1e9)).orElse(NONE),
                    point.ratio().map(Units::ratio).orElse(NONE),
                    point.peakRssBytes().map(b -> Amounts.bytes(Math.round(b))).orElse(NONE),
                    point.outcome()));
        }
        return table.lines(paint);
    }

    private static List<String> columns(boolean limited, String heap, String limit, String... others) {
        List<String> columns = new ArrayList<>(List.of(heap));
        if (limited) {
            columns.add(limit);
        }
        columns.addAll(List.of(others));
        return columns;
    }

    private static String size(long mebibytes) {
        return mebibytes % 1024 == 0 ? mebibytes / 1024 + "g" : mebibytes + "m";
    }

    private static String flag(long mebibytes) {
        return "-Xmx" + size(mebibytes);
    }

    private String shipped() {
        return answer.shippedHeap().map(size -> size(size) + ", shipped").orElse("its own");
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (floor.state() == RunState.INTERRUPTED) {
            sentences.add("Interrupted: what follows is what was known by then.");
        }
        if (attempts.isEmpty()) {
            sentences.add("No fork came to its end, so nothing is known of a floor.");
            return sentences;
        }
        if (points.get(0).completed() == 0 || FloorPlan.failsAsShipped(attempts)) {
            sentences.add("With the shipped flags it does not complete, so there is no floor to look for: " + reasons()
                    + ".");
            return sentences;
        }
        heap().ifPresent(sentences::add);
        knee().ifPresent(sentences::add);
        residentSets().ifPresent(sentences::add);
        limit().ifPresent(sentences::add);
        changes().ifPresent(sentences::add);
        disturbed().ifPresent(sentences::add);
        sentences.add(validity());
        return sentences;
    }

    private String reasons() {
        return attempts.stream()
                .flatMap(a -> a.fork().failure().stream())
                .map(failure -> failure.message())
                .distinct()
                .limit(2)
                .collect(Collectors.joining("; "));
    }

    private Optional<String> heap() {
        if (answer.heap().isEmpty()) {
            return floor.shippedFlags().isEmpty()
                    ? Optional.of("A program that is not started as a JVM of ours has a heap of its own, if any: its"
                            + " limit alone can be searched.")
                    : Optional.of("The least heap was not found"
                            + answer.heapFailing()
                                    .map(size -> "; with " + flag(size) + " it does not complete")
                                    .orElse("")
                            + ".");
        }
        String completes =
                floor.cell().name() + " completes with " + flag(answer.heap().get())
                        + answer.heapFailing()
                                .map(size -> " and not with " + flag(size))
                                .orElse(", the least that was tried");
        String islands = answer.heapIslands().isEmpty()
                ? ""
                : " It completed with " + sizes(answer.heapIslands())
                        + ", too, though it fails with more: near the floor that is chance.";
        String unsettled = answer.heapSettled() ? "" : " The search did not come to its end.";
        return Optional.of(completes
                + " (2 of 3 forks end with the right output, of more two thirds, within 3 times the wall with "
                + shippedFlag() + ")." + islands + unsettled);
    }

    private static String sizes(List<Long> sizes) {
        return sizes.stream().map(FloorText::flag).collect(Collectors.joining(", "));
    }

    private String shippedFlag() {
        return answer.shippedHeap().map(FloorText::flag).orElse("the shipped flags");
    }

    private Optional<String> knee() {
        if (answer.knee().isEmpty() || answer.kneeRatio().isEmpty()) {
            return answer.heap().isPresent() && answer.heapSettled()
                    ? Optional.of("No lesser heap was found with which it is as fast as with " + shippedFlag() + ".")
                    : Optional.empty();
        }
        long knee = answer.knee().get();
        WallRatio ratio = answer.kneeRatio().get();
        String slower = answer.kneeSlower()
                .map(size -> "; with " + flag(size) + " it is not")
                .orElse(", at the floor already");
        String sure = answer.kneeSure()
                ? ""
                : " That is not certain: the interval reaches beyond ×" + KneeSearch.ALLOWED
                        + "; more --forks make it narrower.";
        return Optional.of("From " + flag(knee) + " on it is as fast as with " + shippedFlag() + " (wall "
                + Units.ratio(ratio.estimate()) + interval(ratio) + ", " + forks(knee) + " forks)" + slower + "."
                + sure
                + answer.advised()
                        .map(size -> " Set " + flag(size) + ", which leaves a quarter.")
                        .orElse(""));
    }

    private static String interval(WallRatio ratio) {
        return ratio.low()
                .flatMap(low -> ratio.high()
                        .map(high -> " " + Units.brackets(Units.ratioInterval(new Interval(low, high, 0.95)))))
                .orElse("");
    }

    private long forks(long heap) {
        return attempts.stream()
                .filter(a -> a.purpose() == FloorPurpose.KNEE && a.hasCompleted())
                .filter(a -> a.heapMebibytes().filter(size -> size == heap).isPresent())
                .count();
    }

    private Optional<String> residentSets() {
        List<String> parts = new ArrayList<>();
        answer.heap().flatMap(this::rss).ifPresent(rss -> parts.add(rss + " with the least heap"));
        answer.knee().flatMap(this::rss).ifPresent(rss -> parts.add(rss + " at the knee"));
        points.get(0).peakRssBytes().ifPresent(rss -> parts.add(Amounts.bytes(Math.round(rss)) + " as shipped"));
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(
                        "A heap is not all that a process takes; its peak RSS: " + String.join(", ", parts) + ".");
    }

    private Optional<String> rss(long heap) {
        return points.stream()
                .filter(p -> p.limitMebibytes().isEmpty())
                .filter(p -> p.heapMebibytes().filter(size -> size == heap).isPresent())
                .flatMap(p -> p.peakRssBytes().stream())
                .map(bytes -> Amounts.bytes(Math.round(bytes)))
                .findFirst();
    }

    private Optional<String> limit() {
        if (answer.noLimit().isPresent()) {
            return Optional.of("No limit of the whole process was tried: "
                    + answer.noLimit().get() + ".");
        }
        String heap =
                answer.advised().map(size -> "With " + flag(size) + " the").orElse("The");
        return answer.limit()
                .map(size -> heap + " whole process completes within " + size + " MiB"
                        + answer.limitFailing()
                                .map(failing -> " and not within " + failing + " MiB")
                                .orElse("")
                        + (answer.limitSettled() ? "." : "; that search did not come to its end."))
                .or(() -> answer.limitFailing()
                        .map(size -> heap + " whole process does not complete within " + size + " MiB."));
    }

    private Optional<String> changes() {
        return answer.heap().flatMap(least -> {
            List<String> changed = new HeapFlags(floor.shippedFlags()).changed(least);
            List<String> others =
                    changed.stream().filter(flag -> !flag.startsWith("-Xmx")).toList();
            return others.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Lesser heaps need other flags made smaller, too: " + String.join(" ", others)
                            + " with " + flag(least) + ".");
        });
    }

    private Optional<String> disturbed() {
        long disturbed = attempts.stream()
                .flatMap(a -> a.fork().noise().stream())
                .filter(FloorText::isDisturbed)
                .count();
        return disturbed == 0
                ? Optional.empty()
                : Optional.of("Other programs disturbed " + disturbed + " of " + attempts.size()
                        + " forks; that makes walls uncertain, and what completes less so.");
    }

    private static boolean isDisturbed(NoiseEvidence noise) {
        return Contamination.of(
                noise.foreignCores(),
                noise.stealFraction().stream().mapToDouble(share -> share).findFirst());
    }

    private String validity() {
        String collector = attempts.stream()
                .flatMap(a -> a.fork().jvm().stream())
                .map(jvm -> ", collector " + jvm.collector())
                .findFirst()
                .orElse("");
        return "Holds for " + floor.dataset().map(data -> data.name()).orElse("this input") + collector + ", "
                + floor.environment().jdk() + ", " + floor.cell().requestedWorkers()
                + (floor.cell().requestedWorkers() == 1 ? " worker" : " workers")
                + ": with more rows, other workers or another collector, search again.";
    }
}
