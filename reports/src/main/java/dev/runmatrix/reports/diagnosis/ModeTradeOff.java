// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.matrix.Axis;
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

/** T1: what holding all rows in memory buys over streaming them. A remark, since neither is wrong. */
final class ModeTradeOff implements Rule {

    private static final double MORE_MEMORY = 1.5;

    @Override
    public List<Finding> judge(RunFacts run) {
        Map<String, List<Measured>> inputs = new LinkedHashMap<>();
        run.cells().stream()
                .flatMap(cell -> Measured.of(cell).stream())
                .filter(cell -> cell.isRanked() && cell.isUndisturbed())
                .forEach(cell -> inputs.computeIfAbsent(cell.facts().cell().dataset(), key -> new ArrayList<>())
                        .add(cell));
        return inputs.values().stream().flatMap(cells -> remark(cells).stream()).toList();
    }

    private static Optional<Finding> remark(List<Measured> cells) {
        return fastest(cells, Axis.IN_MEMORY)
                .flatMap(memory -> fastest(cells, Axis.STREAMING).map(streaming -> Contrast.of(memory, streaming)))
                .flatMap(contrast -> contrast.rss().flatMap(rss -> remark(contrast, rss)));
    }

    private static Optional<Measured> fastest(List<Measured> cells, String mode) {
        return cells.stream()
                .filter(cell -> CellLabels.effective(cell.facts().cell().planned(), CellLabels.MODE)
                        .filter(mode::equals)
                        .isPresent())
                .min(Comparator.comparingDouble(Measured::wallSeconds));
    }

    private static Optional<Finding> remark(Contrast contrast, double rss) {
        if (rss < MORE_MEMORY) {
            return Optional.empty();
        }
        if (contrast.isFaster() && contrast.wall() < 1) {
            return Optional.of(tradeOff(contrast, rss));
        }
        return contrast.isSame() ? Optional.of(same(contrast, rss)) : Optional.empty();
    }

    private static Finding tradeOff(Contrast contrast, double rss) {
        Measured memory = contrast.cell();
        Measured streaming = contrast.base();
        double seconds = streaming.wallSeconds() - memory.wallSeconds();
        long bytes = memory.peakRssBytes().orElse(0L) - streaming.peakRssBytes().orElse(0L);
        double price = (double) bytes / seconds;
        Memory unit = Memory.forLargest(memory.peakRssBytes().orElse(0L));
        return draft(
                        contrast,
                        rss,
                        "Holding all rows in memory saves " + Phrases.seconds(seconds) + " and takes "
                                + unit.withUnit(bytes) + " more")
                .fix(Text.of("None: which of the two is better depends on what memory costs. Each second saved takes "
                        + Memory.forLargest(Math.round(price)).withUnit(Math.round(price)) + "."))
                .measures(
                        Measure.of("seconds saved", memory.name(), seconds, Unit.SECONDS),
                        Measure.of("further peak RSS", memory.name(), (double) bytes, Unit.BYTES),
                        Measure.of("memory for each second saved", memory.name(), price, Unit.BYTES_PER_SECOND))
                .finding();
    }

    private static Finding same(Contrast contrast, double rss) {
        return draft(contrast, rss, "Holding all rows in memory saves no time")
                .fix(Text.of("Streaming takes as long in less memory: ")
                        .code(CellLabels.MODE + ": " + Axis.STREAMING)
                        .plain("."))
                .finding();
    }

    private static FindingDraft draft(Contrast contrast, double rss, String title) {
        Measured memory = contrast.cell();
        Measured streaming = contrast.base();
        Memory unit = Memory.forLargest(memory.peakRssBytes().orElse(0L));
        return new FindingDraft(RuleId.T1, List.of(memory, streaming), title)
                .seen(Text.of("The fastest cells of both modes, " + memory.name() + " and " + streaming.name()
                                + ": wall ")
                        .strong(Phrases.overAll(contrast))
                        .plain(" over all forks, " + Phrases.seconds(memory.wallSeconds()) + " against "
                                + Phrases.seconds(streaming.wallSeconds()) + "; peak RSS " + Units.ratio(rss)
                                + " (threshold " + Units.ratio(MORE_MEMORY) + "), "
                                + unit.withUnit(memory.peakRssBytes().orElse(0L)) + " against "
                                + unit.withUnit(streaming.peakRssBytes().orElse(0L)) + "."))
                .cause(Confidence.DATA_QUALITY, Text.of("A choice, not a fault: time against memory."))
                .evidence("All forks of " + memory.name() + " and " + streaming.name() + ".")
                .refutedBy("an input of another size, for which it must be measured again.")
                .measures(Phrases.overAllMeasures(contrast))
                .measures(Measure.of("peak RSS ratio", memory.name(), rss, Unit.RATIO)
                        .atLeast(MORE_MEMORY));
    }
}
