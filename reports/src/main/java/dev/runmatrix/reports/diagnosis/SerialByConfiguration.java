// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.reports.diagnosis.Measure.Unit;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** C1: several workers are asked for, one core is used, and a switch of the cell says that it is to be so. */
final class SerialByConfiguration implements Rule {

    /** One core, with room for the collector and the compilers beside the program's own thread. */
    static final double ONE_CORE = 1.15;

    /** Less than this is a program that waits, whatever its workers do. */
    private static final double NEARLY_A_CORE = 0.5;

    /** The same without them, where threads were seen. */
    private static final double ONE_OWN_CORE = 1.1;

    /** A cell with the switch on that uses no more than this shows that the switch is not the cause. */
    private static final double STILL_ONE_CORE = 1.1;

    /** So many times the cores show that the switch is the cause. */
    private static final double MORE_CORES = 1.3;

    private static final double SEVERAL_GRANTED = 1.5;
    private static final int SEVERAL_WORKERS = 2;

    private static final Map<String, String> SWITCHED_ON = Map.of(CellLabels.PARALLEL_CHUNKS, "true");

    @Override
    public List<Finding> judge(RunFacts run) {
        if (run.grantedCores() < SEVERAL_GRANTED) {
            return List.of();
        }
        List<Finding> each = run.cells().stream()
                .filter(cell ->
                        Setting.isSwitchedOff(cell) && cell.cell().planned().requestedWorkers() >= SEVERAL_WORKERS)
                .flatMap(cell -> Measured.of(cell).stream())
                .filter(cell -> cell.holds(SerialByConfiguration::isOneCore))
                .flatMap(cell -> finding(cell, switchedOn(run, cell)).stream())
                .toList();
        return Alike.together(run, each);
    }

    private static boolean isOneCore(ForkFacts fork) {
        return fork.times().cores() >= NEARLY_A_CORE
                && (fork.times().cores() <= ONE_CORE || Measured.workCores(fork) <= ONE_OWN_CORE);
    }

    /**
     * The cell with the switch on. It may stand for several numbers of workers, none of which it used: then the fastest of
     * their cells.
     */
    private static Optional<Measured> switchedOn(RunFacts run, Measured cell) {
        PlannedCell planned = cell.facts().cell().planned();
        return Stream.concat(Stream.of(planned.cell()), planned.merged().stream())
                .map(setting -> setting.with(SWITCHED_ON))
                .map(Cell::axes)
                .flatMap(axes -> run.differing(cell.facts(), axes).stream())
                .flatMap(other -> Measured.of(other).stream())
                .filter(other -> Setting.workers(other.facts()).orElse(0) >= SEVERAL_WORKERS)
                .min(Comparator.comparingDouble(Measured::wallSeconds));
    }

    private static Optional<Finding> finding(Measured cell, Optional<Measured> on) {
        if (on.filter(other -> other.holds(fork -> fork.times().cores() <= STILL_ONE_CORE))
                .isPresent()) {
            return Optional.empty();
        }
        FindingDraft draft = draft(cell);
        Optional<Contrast> contrast = on.map(other -> Contrast.of(other, cell));
        boolean confirmed = contrast.filter(SerialByConfiguration::confirms).isPresent();
        draft.cause(confirmed ? Confidence.CONFIRMED : Confidence.LIKELY, cause(confirmed));
        draft.fix(contrast.map(SerialByConfiguration::fix).orElseGet(SerialByConfiguration::unmeasuredFix));
        contrast.ifPresent(other -> told(draft, other, confirmed));
        return Optional.of(draft.finding());
    }

    private static FindingDraft draft(Measured cell) {
        int requested = cell.facts().cell().planned().requestedWorkers();
        String cores = Units.cores(cell.cores());
        return new FindingDraft(
                        RuleId.C1,
                        List.of(cell),
                        cell.name() + " used " + cores + " cores although "
                                + Units.counted(requested, "worker was", "workers were") + " requested")
                .seen(Text.of(cell.name() + " used ")
                        .strong(cores + " of " + Units.count(requested))
                        .plain(" requested cores for " + Phrases.seconds(cell.wallSeconds()) + limit(cell)))
                .refutedBy("a cell with parallel_chunks: true and several workers that uses at most "
                        + Units.trimmed(STILL_ONE_CORE, 2) + " cores.")
                .measures(coresUsed(cell))
                .measures(
                        Measure.of("requested workers", cell.name(), requested, Unit.COUNT)
                                .atLeast(SEVERAL_WORKERS),
                        Measure.of("wall", cell.name(), cell.wallSeconds(), Unit.SECONDS));
    }

    /** Why the number of workers may differ besides. */
    private static String unused(Contrast contrast) {
        return workers(contrast).isEmpty()
                ? ""
                : ", for " + contrast.base().name() + " uses one worker whatever " + CellLabels.MAX_WORKERS + " says";
    }

    /** What one core means: of all that was used, else of the program's own threads. */
    private static String limit(Measured cell) {
        return cell.cores() <= ONE_CORE
                ? "; one core means at most " + Units.cores(ONE_CORE) + "."
                : ", " + Units.cores(Measured.workCores(cell.shown()))
                        + " of them without garbage collection and compilers; one core means at most "
                        + Units.cores(ONE_OWN_CORE) + " of these.";
    }

    private static List<Measure> coresUsed(Measured cell) {
        Measure all = Measure.of("cores used", cell.name(), cell.cores(), Unit.CORES);
        double own = Measured.workCores(cell.shown());
        return cell.cores() <= ONE_CORE
                ? List.of(all.atMost(ONE_CORE))
                : List.of(
                        all,
                        Measure.of("cores used, without garbage collection and compilers", cell.name(), own, Unit.CORES)
                                .atMost(ONE_OWN_CORE));
    }

    private static boolean confirms(Contrast contrast) {
        return contrast.cores() >= MORE_CORES
                && contrast.cell().isRanked()
                && contrast.base().isRanked();
    }

    private static Text cause(boolean confirmed) {
        return Text.of(confirmed ? "" : "Likely ")
                .code(CellLabels.PARALLEL_CHUNKS + ": false")
                .plain(": one chunk is worked on at a time, by one worker.");
    }

    private static Text unmeasuredFix() {
        return Text.empty().code(CellLabels.PARALLEL_CHUNKS + ": true").plain("; no cell of this run measured it.");
    }

    private static Text fix(Contrast contrast) {
        Text fix = Text.empty().code(CellLabels.PARALLEL_CHUNKS + ": true").plus(workers(contrast));
        String measured = Phrases.against(contrast.cell(), contrast.base()) + " in "
                + contrast.cell().name() + ".";
        return contrast.gain().isPresent()
                ? fix.plain(": " + measured)
                : fix.plain(" uses more cores, but was not measured to save time: " + measured);
    }

    /** Named where the serial cell stands for several numbers of workers. */
    private static Text workers(Contrast contrast) {
        int workers = Setting.workers(contrast.cell().facts()).orElse(0);
        return workers == contrast.base().facts().cell().planned().requestedWorkers()
                ? Text.empty()
                : Text.of(" with ").code(CellLabels.MAX_WORKERS + ": " + workers);
    }

    private static void told(FindingDraft draft, Contrast contrast, boolean confirmed) {
        Measured on = contrast.cell();
        if (confirmed) {
            draft.confirmedBy(on);
        }
        draft.evidence(on.name() + " differs in this setting alone" + unused(contrast) + ": " + Units.cores(on.cores())
                        + " cores, "
                        + Phrases.against(on, contrast.base()) + ", " + Phrases.decomposition(contrast)
                        + Phrases.outputs(on, contrast.base()) + ".")
                .gain(contrast.gain())
                .measures(Measure.of("cores used", on.name(), on.cores(), Unit.CORES)
                        .atLeast(MORE_CORES * contrast.base().cores()))
                .measures(Measure.of("wall", on.name(), on.wallSeconds(), Unit.SECONDS))
                .measures(Phrases.ratios(contrast));
    }
}
