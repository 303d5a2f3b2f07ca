// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.diagnosis.AxisSeries.Point;
import dev.runmatrix.reports.diagnosis.ChunkCost.Fitted;
import dev.runmatrix.reports.diagnosis.Measure.Unit;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.DoubleStream;

/** K1: chunks so small that handling them takes a large part of the CPU time. */
final class SmallChunks implements Rule {

    /** Share of the CPU time that goes into handling chunks. */
    private static final double MUCH_OVERHEAD = 0.15;

    /** The same where there is no need to look any further. */
    private static final double LITTLE_OVERHEAD = 0.05;

    /** What a larger chunk must really save: a fit alone alleges nothing. */
    private static final double SAVED = 0.1;

    /** Two sizes draw any line: then all of it must be seen. */
    private static final double SAVED_BETWEEN_TWO = 0.15;

    private static final int SIZES_OF_A_FIT = 3;

    /** Without another size: a chunk of less CPU time than this is mostly handling, where there are thousands. */
    private static final double TINY_CHUNK_SECONDS = 20e-6;

    private static final double THOUSANDS = 1000;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<Finding> findings = new ArrayList<>();
        Set<String> compared = new HashSet<>();
        for (AxisSeries series : AxisSeries.ofChunks(run)) {
            series.points().stream().map(Point::cell).map(Measured::name).forEach(compared::add);
            ChunkCost.of(series, run).flatMap(SmallChunks::among).ifPresent(findings::add);
        }
        run.cells().stream()
                .filter(cell -> !compared.contains(cell.name()))
                .flatMap(cell -> Measured.of(cell).stream())
                .flatMap(cell -> alone(cell, run).stream())
                .forEach(findings::add);
        return findings;
    }

    private static Optional<Finding> among(ChunkCost cost) {
        Fitted enough = enough(cost);
        List<Fitted> small = cost.fits().stream()
                .filter(fit -> fit.chunkRows() < enough.chunkRows() && isSmall(fit, enough, cost))
                .sorted(Comparator.comparing((Fitted fit) ->
                                !fit.cell().facts().cell().planned().reference())
                        .thenComparingLong(Fitted::chunkRows))
                .toList();
        return small.isEmpty() ? Optional.empty() : Optional.of(finding(small, enough, cost));
    }

    /** The smallest chunks whose handling does not matter; where there are none, the largest. */
    private static Fitted enough(ChunkCost cost) {
        return cost.fits().stream()
                .filter(fit -> cost.share(fit) < LITTLE_OVERHEAD)
                .findFirst()
                .orElse(cost.fits().get(cost.fits().size() - 1));
    }

    private static boolean isSmall(Fitted fit, Fitted enough, ChunkCost cost) {
        double least = cost.fits().size() < SIZES_OF_A_FIT ? SAVED_BETWEEN_TWO : SAVED;
        return cost.share(fit) >= MUCH_OVERHEAD && saved(fit, enough) >= least && apart(fit.cell(), enough.cell());
    }

    private static double saved(Fitted fit, Fitted enough) {
        return 1 - enough.cpuSeconds() / fit.cpuSeconds();
    }

    /** No fork of the one may cost as little as one of the other. */
    private static boolean apart(Measured dear, Measured cheap) {
        return DoubleStream.of(dear.numbers().cpuSeconds()).min().orElse(0)
                > DoubleStream.of(cheap.numbers().cpuSeconds()).max().orElse(Double.MAX_VALUE);
    }

    private static Finding finding(List<Fitted> small, Fitted enough, ChunkCost cost) {
        Fitted worst = small.get(0);
        Measured cell = worst.cell();
        Contrast contrast = Contrast.of(enough.cell(), cell);
        boolean confirmed =
                cost.fits().size() >= SIZES_OF_A_FIT && contrast.cell().isRanked() && cell.isRanked();
        String share = Units.percent(cost.share(worst));
        FindingDraft draft = new FindingDraft(
                        RuleId.K1,
                        small.stream().map(Fitted::cell).toList(),
                        "Handling " + Units.count(Math.round(worst.chunks())) + " chunks takes " + share
                                + " of the CPU time of " + cell.name())
                .seen(seen(worst, enough, cost))
                .cause(
                        confirmed ? Confidence.CONFIRMED : Confidence.LIKELY,
                        Text.empty()
                                .code(CellLabels.CHUNK_SIZE + ": " + worst.chunkRows())
                                .plain(": each chunk costs " + micros(cost.overheadSeconds())
                                        + " of CPU time beside its rows."))
                .confirmedBy(confirmed ? Optional.of(enough.cell()) : Optional.empty())
                .fix(fix(worst, enough, contrast))
                .evidence(enough.cell().name() + " differs in this setting alone: " + Phrases.decomposition(contrast)
                        + Phrases.outputs(enough.cell(), cell) + ".")
                .refutedBy("a repeat in which " + cell.name() + " and "
                        + enough.cell().name() + " take the same CPU time.")
                .gain(contrast.gain());
        return draft.measures(measures(worst, enough, cost))
                .measures(Phrases.ratios(contrast))
                .finding();
    }

    /** The wall time of a disturbed cell proves nothing; its CPU time does. */
    private static Text fix(Fitted worst, Fitted enough, Contrast contrast) {
        String name = enough.cell().name();
        String time = contrast.isConclusive() ? Phrases.against(enough.cell(), worst.cell()) + " and " : "";
        return Text.empty()
                .code(CellLabels.CHUNK_SIZE + ": " + enough.chunkRows())
                .plain(": " + time + Units.coreSeconds(enough.cpuSeconds()) + " instead of "
                        + Units.coreSeconds(worst.cpuSeconds()) + " in " + name + ".");
    }

    private static Text seen(Fitted worst, Fitted enough, ChunkCost cost) {
        return Text.of("Median CPU time " + Units.coreSeconds(worst.cpuSeconds()) + " with chunks of "
                        + rows(worst.chunkRows()) + ", " + Units.coreSeconds(enough.cpuSeconds())
                        + " with chunks of " + rows(enough.chunkRows()) + ". By "
                        + (cost.fits().size() < SIZES_OF_A_FIT
                                ? "the difference of the two"
                                : "a fit over " + cost.fits().size() + " sizes")
                        + ", ")
                .strong(Units.percent(cost.share(worst)))
                .plain(" of the CPU time of " + worst.cell().name() + " is handling of chunks (threshold "
                        + Units.percent(MUCH_OVERHEAD) + " of it).");
    }

    private static String rows(long rows) {
        return Units.counted(rows, "row", "rows");
    }

    private static String micros(double seconds) {
        return Units.seconds(seconds * 1e6) + Units.SPACE + "\u00b5s";
    }

    private static List<Measure> measures(Fitted worst, Fitted enough, ChunkCost cost) {
        String cell = worst.cell().name();
        String other = enough.cell().name();
        return List.of(
                Measure.of("share of the CPU time for handling chunks", cell, cost.share(worst), Unit.SHARE)
                        .atLeast(MUCH_OVERHEAD),
                Measure.of("CPU time of a chunk beside its rows", cell, cost.overheadSeconds(), Unit.CORE_SECONDS),
                Measure.of("chunks", cell, worst.chunks(), Unit.COUNT),
                Measure.of("chunks", other, enough.chunks(), Unit.COUNT),
                Measure.of("median CPU time", cell, worst.cpuSeconds(), Unit.CORE_SECONDS),
                Measure.of("median CPU time", other, enough.cpuSeconds(), Unit.CORE_SECONDS));
    }

    private static Optional<Finding> alone(Measured cell, RunFacts run) {
        OptionalLong rows = Setting.number(cell.facts(), CellLabels.CHUNK_SIZE);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Chunks.of(cell, rows.getAsLong(), run)
                .filter(chunks -> chunks >= THOUSANDS)
                .filter(chunks -> cell.medianCpuSeconds() / chunks < TINY_CHUNK_SECONDS)
                .map(chunks -> alone(cell, rows.getAsLong(), chunks));
    }

    private static Finding alone(Measured cell, long rows, double chunks) {
        double each = cell.medianCpuSeconds() / chunks;
        return new FindingDraft(
                        RuleId.K1,
                        List.of(cell),
                        cell.name() + " handles " + Units.count(Math.round(chunks)) + " chunks of " + rows(rows))
                .seen(Text.of("A chunk takes ")
                        .strong(micros(each))
                        .plain(" of CPU time with all of its rows (threshold " + micros(TINY_CHUNK_SECONDS) + ")."))
                .cause(
                        Confidence.LIKELY,
                        Text.empty()
                                .code(CellLabels.CHUNK_SIZE + ": " + rows)
                                .plain(": so small a chunk costs more to handle than its rows."))
                .fix(Text.of("A larger ").code(CellLabels.CHUNK_SIZE).plain("; no cell of this run measured one."))
                .evidence("Chunks and CPU time of " + cell.name() + ".")
                .refutedBy("a cell with larger chunks that takes the same CPU time.")
                .measures(
                        Measure.of("CPU time of a chunk with its rows", cell.name(), each, Unit.CORE_SECONDS)
                                .atMost(TINY_CHUNK_SECONDS),
                        Measure.of("chunks", cell.name(), chunks, Unit.COUNT).atLeast(THOUSANDS),
                        Measure.of("median CPU time", cell.name(), cell.medianCpuSeconds(), Unit.CORE_SECONDS))
                .finding();
    }
}
