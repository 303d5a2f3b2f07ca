// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.diagnosis.AxisSeries.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CPU time = fixed + overhead × chunks, fitted to cells that differ in the size of their chunks alone.
 *
 * @param fits the cells that it was fitted to, by rising chunk size
 * @param overheadSeconds CPU time that each chunk costs by itself, at least 0
 */
record ChunkCost(List<Fitted> fits, double overheadSeconds) {

    /**
     * A cell of the fit.
     *
     * @param chunkRows its chunk size
     * @param chunks pieces that its rows came in
     * @param cpuSeconds median over its forks
     */
    record Fitted(Measured cell, long chunkRows, double chunks, double cpuSeconds) {}

    ChunkCost {
        fits = List.copyOf(fits);
    }

    /** Absent where two or more cells do not tell their chunks, or larger chunks do not cost less. */
    static Optional<ChunkCost> of(AxisSeries series, RunFacts run) {
        List<Fitted> fits = new ArrayList<>();
        for (Point point : series.points()) {
            double cpu = point.cell().medianCpuSeconds();
            Chunks.of(point.cell(), point.value(), run)
                    .filter(chunks -> cpu > 0)
                    .ifPresent(chunks -> fits.add(new Fitted(point.cell(), point.value(), chunks, cpu)));
        }
        double slope = fits.size() < 2 ? 0 : slope(fits);
        return slope > 0 ? Optional.of(new ChunkCost(fits, slope)) : Optional.empty();
    }

    /** Least squares of the relative deviations, so that the cell that costs most does not decide alone. */
    private static double slope(List<Fitted> fits) {
        double ones = 0;
        double firsts = 0;
        double squares = 0;
        double values = 0;
        double products = 0;
        for (Fitted fit : fits) {
            double weight = 1 / (fit.cpuSeconds() * fit.cpuSeconds());
            ones += weight;
            firsts += weight * fit.chunks();
            squares += weight * fit.chunks() * fit.chunks();
            values += weight * fit.cpuSeconds();
            products += weight * fit.chunks() * fit.cpuSeconds();
        }
        double determinant = ones * squares - firsts * firsts;
        return determinant > 0 ? (ones * products - firsts * values) / determinant : 0;
    }

    /** Share of the CPU time of a cell that handling its chunks takes, by the fit; at most all of it. */
    double share(Fitted fit) {
        return Math.min(1, overheadSeconds * fit.chunks() / fit.cpuSeconds());
    }
}
