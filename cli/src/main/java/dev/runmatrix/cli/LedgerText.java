// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.result.Projection;
import dev.runmatrix.harness.result.ProjectionClosing;
import dev.runmatrix.reports.projection.Ledger;
import dev.runmatrix.reports.projection.TrackRecord;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A ledger for a terminal: of each projection what is projected, and below it what became of it. */
final class LedgerText {

    private static final int WIDTH = 80;

    private LedgerText() {}

    static List<String> of(Ledger ledger, boolean openOnly) {
        if (ledger.entries().isEmpty()) {
            return List.of("No projection was written down yet.");
        }
        List<String> lines = new ArrayList<>();
        for (Ledger.Entry entry : ledger.entries()) {
            if (entry.isOpen() || !openOnly) {
                String projected = entry.made().id() + "  "
                        + quantity(entry.made().quantity()) + "  "
                        + CellLabels.setting(entry.made().cell());
                lines.addAll(TextTable.wrap(projected, WIDTH));
                String told = "projected " + projected(entry.made()) + " by "
                        + entry.made().run() + "; "
                        + entry.end().map(end -> end(entry.made(), end)).orElse("open");
                TextTable.wrap(told, WIDTH - 2).forEach(line -> lines.add("  " + line));
            }
        }
        lines.add("");
        lines.addAll(TextTable.wrap(record(ledger), WIDTH));
        return lines;
    }

    private static String projected(Projection made) {
        return number(made, made.value()) + " [" + number(made, made.low()) + "–" + number(made, made.high()) + "] "
                + unit(made);
    }

    private static String end(Projection made, ProjectionClosing end) {
        return switch (end.outcome()) {
            case VOID -> "void: " + String.join(", ", end.changed()) + " changed before " + end.run();
            case INSIDE, OUTSIDE ->
                end.measured().map(m -> number(made, m) + " " + unit(made)).orElse("")
                        + end.ofProjected()
                                .map(s -> ", " + Units.fixed(100 * s, 1) + " % of it, ")
                                .orElse("")
                        + end.outcome().name().toLowerCase(Locale.ROOT) + ", by " + end.run();
        };
    }

    private static String quantity(ProjectedQuantity quantity) {
        return switch (quantity) {
            case WALL -> "wall";
            case CPU -> "CPU";
            case PEAK_RSS -> "peak RSS";
        };
    }

    private static String number(Projection made, double value) {
        return made.quantity() == ProjectedQuantity.PEAK_RSS
                ? memory(made).number(Math.round(value))
                : Units.seconds(value);
    }

    private static String unit(Projection made) {
        return made.quantity() == ProjectedQuantity.PEAK_RSS ? memory(made).name() : "s";
    }

    private static Memory memory(Projection made) {
        return Memory.forLargest(Math.round(made.value()));
    }

    private static String record(Ledger ledger) {
        TrackRecord record = ledger.record();
        String error = record.medianError()
                .map(e -> ", median error " + Units.percent(e) + " of the projected value")
                .orElse("");
        String checked = record.checked() == 0
                ? "None was checked yet"
                : record.inside() + " of " + record.checked() + " inside their interval" + error;
        return checked + "; " + ledger.open().size() + " open, " + record.voided() + " void.";
    }
}
