// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.diagnosis.Measure.Unit;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** K2: chunks so large that memory grows with them, and is short or leaves workers without a chunk. */
final class LargeChunks implements Rule {

    /** Growth of the greatest resident set for each doubling of the chunks. */
    private static final double GROWTH = 1.5;

    /** Fewer chunks for each worker leave some without one. */
    private static final int CHUNKS_EACH = 2;

    /** Share of the memory that is granted. */
    private static final double NEAR_LIMIT = 0.9;

    /**
     * A cell by its chunks.
     *
     * @param rows rows of a chunk
     * @param rssBytes greatest resident set seen of it
     */
    private record Sized(CellFacts cell, long rows, long rssBytes) {}

    @Override
    public List<Finding> judge(RunFacts run) {
        List<Finding> findings = new ArrayList<>();
        for (List<Sized> sizes : series(run)) {
            for (int i = 1; i < sizes.size(); i++) {
                step(run, sizes.get(i - 1), sizes.get(i)).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** A cell that ran out of memory has no numbers, but it has a resident set. */
    private static List<List<Sized>> series(RunFacts run) {
        Map<Map<String, String>, List<Sized>> groups = new LinkedHashMap<>();
        for (CellFacts cell : run.cells()) {
            Setting.number(cell, CellLabels.CHUNK_SIZE)
                    .ifPresent(rows -> cell.cell()
                            .peakRssBytes()
                            .ifPresent(rss -> groups.computeIfAbsent(rest(cell), key -> new ArrayList<>())
                                    .add(new Sized(cell, rows, rss))));
        }
        groups.values().forEach(sizes -> sizes.sort(Comparator.comparingLong(Sized::rows)));
        return List.copyOf(groups.values());
    }

    private static Map<String, String> rest(CellFacts cell) {
        Map<String, String> axes =
                new LinkedHashMap<>(cell.cell().planned().cell().axes());
        axes.remove(CellLabels.CHUNK_SIZE);
        return axes;
    }

    private static Optional<Finding> step(RunFacts run, Sized small, Sized large) {
        Optional<Measured> better = Measured.of(small.cell());
        double doublings = Math.log((double) large.rows() / small.rows()) / Math.log(2);
        double growth = doublings <= 0 ? 0 : Math.pow((double) large.rssBytes() / small.rssBytes(), 1 / doublings);
        boolean failed = isOutOfMemory(large.cell());
        Optional<Text> trouble = trouble(run, large);
        boolean ends = small.cell().cell().failure().isEmpty();
        return better.isPresent() && ends && trouble.isPresent() && (growth >= GROWTH || failed)
                ? Optional.of(finding(large, small, better.get(), growth, trouble.get()))
                : Optional.empty();
    }

    private static boolean isOutOfMemory(CellFacts cell) {
        return cell.cell().state() == CellState.FAILED
                && cell.cell()
                        .failure()
                        .filter(failure -> failure.kind() == FailureKind.OUT_OF_MEMORY)
                        .isPresent();
    }

    /** What is wrong with so much memory; absent where nothing is. */
    private static Optional<Text> trouble(RunFacts run, Sized large) {
        if (isOutOfMemory(large.cell())) {
            return Optional.of(Text.of("It ran out of memory, and the other did not."));
        }
        long limit = run.run().spec().budget().rssBytes().orElse((long)
                (NEAR_LIMIT * run.run().run().environment().grantedMemoryBytes()));
        if (large.rssBytes() > limit) {
            return Optional.of(Text.of(
                    "That is more than the limit of " + Memory.forLargest(limit).limit(limit) + "."));
        }
        return Measured.of(large.cell()).flatMap(cell -> tooFew(run, large, cell));
    }

    private static Optional<Text> tooFew(RunFacts run, Sized large, Measured cell) {
        int workers = Setting.workers(large.cell()).orElse(1);
        return Chunks.of(cell, large.rows(), run)
                .filter(chunks -> workers > 1 && chunks < (double) CHUNKS_EACH * workers)
                .map(chunks -> Text.of(Units.counted(Math.round(chunks), "chunk", "chunks") + " for "
                        + Units.counted(workers, "worker", "workers") + " (threshold "
                        + CHUNKS_EACH * workers + ")."));
    }

    private static Finding finding(Sized large, Sized small, Measured better, double growth, Text trouble) {
        Memory memory = Memory.forLargest(large.rssBytes());
        String name = large.cell().name();
        Optional<Measured> own = Measured.of(large.cell());
        boolean confirmed =
                better.isRanked() && (own.filter(Measured::isRanked).isPresent() || isOutOfMemory(large.cell()));
        boolean grown = growth >= GROWTH;
        FindingDraft draft = FindingDraft.about(
                        RuleId.K2,
                        name,
                        "Chunks of " + Units.count(large.rows()) + " rows take " + name + " to "
                                + memory.withUnit(large.rssBytes()),
                        !better.isUndisturbed())
                .seen(Text.of("Peak RSS ")
                        .strong(memory.withUnit(large.rssBytes()))
                        .plain(" against " + memory.withUnit(small.rssBytes()) + " in " + better.name() + ": "
                                + Units.ratio(growth) + " for each doubling of the chunks"
                                + (grown ? " (threshold " + Units.ratio(GROWTH) + "). " : ". "))
                        .plus(trouble))
                .cause(
                        confirmed ? Confidence.CONFIRMED : Confidence.LIKELY,
                        Text.empty()
                                .code(CellLabels.CHUNK_SIZE + ": " + large.rows())
                                .plain(": the rows of whole chunks are held at a time."))
                .confirmedBy(confirmed ? Optional.of(better) : Optional.empty())
                .fix(Text.empty()
                        .code(CellLabels.CHUNK_SIZE + ": " + small.rows())
                        .plain(": " + memory.withUnit(small.rssBytes())
                                + own.map(cell -> " and " + Phrases.against(better, cell))
                                        .orElse("") + " in "
                                + better.name() + "."))
                .evidence(name + " and " + better.name() + " differ in this setting alone.")
                .refutedBy(
                        grown
                                ? "a repeat in which the two differ by less than " + Units.ratio(GROWTH)
                                        + " in peak RSS for each doubling."
                                : "a repeat in which " + name + " ends, or " + better.name() + " runs out of memory.")
                .gain(own.flatMap(cell -> Contrast.of(better, cell).gain()));
        Measure ratio = Measure.of("peak RSS ratio for each doubling of the chunks", name, growth, Unit.RATIO);
        return draft.measures(
                        grown ? ratio.atLeast(GROWTH) : ratio,
                        Measure.of("peak RSS", name, (double) large.rssBytes(), Unit.BYTES),
                        Measure.of("peak RSS", better.name(), (double) small.rssBytes(), Unit.BYTES))
                .finding();
    }
}
