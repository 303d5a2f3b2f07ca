// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A cell's numbers as a report writes them.
 *
 * @param cell whose
 * @param elsewhere the name of its input where that is not the first one, else nothing
 */
record CellFigures(RecordedCell cell, String elsewhere) {

    private static final double GIGABYTE = 1e9;

    static CellFigures of(String name) {
        RecordedCell cell = ReportedRun.DEFAULT_MATRIX.cell(name);
        String input = cell.axis("dataset");
        return new CellFigures(cell, input.equals("production-medium") ? "" : " \u00b7 " + input);
    }

    /** {@code streaming · 4 workers · 50k}. */
    String label() {
        boolean streams = cell.axis("mode").equals("streaming");
        int workers = cell.requestedWorkers();
        String by = streams && cell.axis("parallel_chunks").equals("false")
                ? "serial"
                : workers + (workers == 1 ? " worker" : " workers");
        String chunks = streams ? " \u00b7 " + Integer.parseInt(cell.axis("chunk_size")) / 1000 + "k" : "";
        return (streams ? "streaming" : "in\u2011memory") + " \u00b7 " + by + chunks;
    }

    String wall() {
        return Printed.threeDigits(cell.wall());
    }

    String cpu() {
        return Printed.threeDigits(cell.cpu());
    }

    String cores() {
        return Printed.cores(cell.cores()) + " of " + cell.requestedWorkers();
    }

    String memory() {
        return gigabytes(cell.peakRss());
    }

    static String gigabytes(double bytes) {
        return Printed.fixed(bytes / GIGABYTE, 2);
    }

    String median() {
        return Printed.threeDigits(cell.median(RecordedFork::wall));
    }

    double least() {
        return Arrays.stream(cell.walls()).min().orElseThrow();
    }

    double most() {
        return Arrays.stream(cell.walls()).max().orElseThrow();
    }

    String range() {
        return Printed.threeDigits(least()) + "\u2013" + Printed.threeDigits(most());
    }

    String forks() {
        return Integer.toString(cell.forks().size());
    }

    /** What is said of it wherever it is drawn. */
    String tip() {
        return cell.name() + " " + label() + elsewhere + "; " + wall() + " s [" + range() + "]; " + cpu()
                + " core\u2011s; " + cores() + " cores; " + memory() + " GB";
    }

    /** {@code [0.651–0.699]}: the interval of a quantity of it ÷ that of another. */
    String interval(CellFigures base, ToDoubleFunction<RecordedFork> of) {
        double[] ends = Arithmetic.ends(cell.all(of), base.cell.all(of));
        return "[" + Printed.ratioNumber(ends[0]) + "\u2013" + Printed.ratioNumber(ends[1]) + "]";
    }

    String against(CellFigures base) {
        return Printed.ratio(cell.wall() / base.cell.wall());
    }

    /** {@code 1.30 [1.26–1.36]}: how many times as fast as another, by all forks. */
    String timesAsFast(CellFigures base) {
        return Printed.fixed(Arithmetic.ratio(base.cell.walls(), cell.walls()), 2) + " " + speedUps(base);
    }

    /** The same by the forks shown. */
    String shownTimesAsFast(CellFigures base) {
        return Printed.fixed(base.cell.wall() / cell.wall(), 2) + " " + speedUps(base);
    }

    private String speedUps(CellFigures base) {
        double[] ends = Arithmetic.ends(base.cell.walls(), cell.walls());
        return String.format(Locale.ROOT, "[%s\u2013%s]", Printed.fixed(ends[0], 2), Printed.fixed(ends[1], 2));
    }
}
