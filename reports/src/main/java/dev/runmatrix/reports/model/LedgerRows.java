// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.Projection;
import dev.runmatrix.harness.result.ProjectionBasis;
import dev.runmatrix.harness.result.ProjectionClosing;
import dev.runmatrix.reports.projection.Ledger;
import dev.runmatrix.reports.projection.ModelCheck;
import dev.runmatrix.reports.projection.TrackRecord;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Units;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes up projections of the ledger and checks of the models. */
final class LedgerRows {

    private final ScalingWords words;

    LedgerRows(Memory memory) {
        this.words = new ScalingWords(memory);
    }

    Scaling.LedgerRow row(Ledger.Entry entry) {
        Projection made = entry.made();
        return new Scaling.LedgerRow(
                made.id(),
                ScalingWords.quantity(made.quantity()) + ", " + CellLabels.setting(made.cell()),
                ScalingWords.model(made.model()) + ", from "
                        + made.basis().stream().map(ProjectionBasis::cell).collect(Collectors.joining(", ")),
                words.withInterval(made.quantity(), made.value(), made.low(), made.high()),
                Units.instant(made.madeAt()) + ", " + made.run(),
                entry.end()
                        .flatMap(ProjectionClosing::measured)
                        .map(m -> words.withUnit(made.quantity(), m))
                        .orElse(Units.DASH),
                entry.end()
                        .flatMap(ProjectionClosing::ofProjected)
                        .map(ScalingWords::share)
                        .orElse(Units.DASH),
                entry.end().map(LedgerRows::state).orElse(new Tag("open", Tag.Tone.QUIET)));
    }

    private static Tag state(ProjectionClosing end) {
        return switch (end.outcome()) {
            case INSIDE -> new Tag("inside", Tag.Tone.GOOD);
            case OUTSIDE -> new Tag("outside", Tag.Tone.BAD);
            case VOID -> new Tag("void: " + String.join(", ", end.changed()), Tag.Tone.DOUBTFUL);
        };
    }

    Scaling.CheckRow row(ModelCheck check, String label) {
        return new Scaling.CheckRow(
                check.cell().name(),
                ScalingWords.quantity(check.quantity()) + ", " + label,
                words.withInterval(
                        check.quantity(),
                        check.projected().value(),
                        check.projected().interval().low(),
                        check.projected().interval().high()),
                words.withUnit(check.quantity(), check.measured()),
                ScalingWords.share(check.measured() / check.projected().value()),
                check.isInside() ? new Tag("inside", Tag.Tone.GOOD) : new Tag("outside", Tag.Tone.BAD));
    }

    /** How projections did, and how many are not checked yet. */
    static String brief(Ledger ledger) {
        String open = Units.counted(ledger.open().size(), "projection is", "projections are") + " open";
        String record = trackRecord(ledger.record());
        String voided = ledger.record().voided() == 0
                ? ""
                : "; " + Units.counted(ledger.record().voided(), "is", "are") + " void";
        return (record.isEmpty() ? "No projection was checked yet; " : "Track record: " + record + "; ") + open + voided
                + ".";
    }

    /** {@code 11 of 14 inside their interval, median error 6.0 % of the projected value}; empty where none was checked. */
    private static String trackRecord(TrackRecord record) {
        if (record.checked() == 0) {
            return "";
        }
        return Units.count(record.inside()) + " of " + Units.count(record.checked()) + " inside their interval"
                + record.medianError()
                        .map(e -> ", median error " + Units.percent(e) + " of the projected value")
                        .orElse("");
    }

    static List<Ledger.Entry> ordered(Ledger ledger) {
        List<Ledger.Entry> closed =
                ledger.entries().stream().filter(e -> !e.isOpen()).toList();
        List<Ledger.Entry> open =
                ledger.entries().stream().filter(Ledger.Entry::isOpen).toList();
        return Stream.concat(closed.stream(), open.stream()).toList();
    }
}
