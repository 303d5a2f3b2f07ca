// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All cells of a run against a stored baseline, and which of them to measure again.
 *
 * @param cells what was screened, in the order of the matrix
 * @param <K> what names a cell
 */
public record ScreenedMatrix<K>(Map<K, Screened> cells) {

    /** With fewer screened cells one slow cell cannot be told from a slow machine. */
    private static final int CELLS_THAT_SHOW_THE_MACHINE = 4;

    private static final int CELLS_AFTER_THE_MACHINE = 3;

    public ScreenedMatrix {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** The cells suspected of this, the greatest difference first. */
    public List<K> suspects(Suspicion suspicion) {
        Comparator<K> rising = Comparator.comparingDouble(this::ratio);
        return cells.keySet().stream()
                .filter(cell -> screened(cell).suspicion() == suspicion)
                .sorted(suspicion == Suspicion.FASTER ? rising : rising.reversed())
                .toList();
    }

    /**
     * Whether to suspect the machine before the build: more than half of the cells are suspects in one direction, or the
     * geometric mean of all ratios moved by more than half of the tolerance. Then a frozen build should be measured against
     * itself first.
     */
    public boolean suspectsTheMachine() {
        return screened().size() >= CELLS_THAT_SHOW_THE_MACHINE
                && (isMost(Suspicion.SLOWER) || isMost(Suspicion.FASTER) || hasMoved());
    }

    /** Geometric mean of the ratios of all cells with enough forks; 1 without such cells. */
    public double geometricMean() {
        return Math.exp(screened().stream()
                .mapToDouble(s -> Math.log(s.ratio()))
                .average()
                .orElse(0));
    }

    /**
     * The cells to measure again beside the baseline's build, the greatest ratio first: those suspected of being slower. Where
     * the machine is suspect, the three greatest of them and of those that are slower than the middle cell by as much, because
     * a machine that became faster hides them.
     */
    public List<K> toConfirm() {
        if (!suspectsTheMachine()) {
            return suspects(Suspicion.SLOWER);
        }
        double middle =
                Median.of(screened().stream().mapToDouble(Screened::ratio).toArray());
        return cells.keySet().stream()
                .filter(cell -> isSlower(screened(cell), middle))
                .sorted(Comparator.<K>comparingDouble(this::ratio).reversed())
                .limit(CELLS_AFTER_THE_MACHINE)
                .toList();
    }

    private boolean isMost(Suspicion suspicion) {
        return 2 * suspects(suspicion).size() > screened().size();
    }

    private boolean hasMoved() {
        double tolerance = screened().stream()
                .mapToDouble(s -> s.evidence().tolerance())
                .min()
                .orElse(0);
        return Math.abs(Math.log(geometricMean())) > Math.log1p(tolerance / 2);
    }

    private static boolean isSlower(Screened cell, double middle) {
        boolean standsOut = cell.ratio() / middle >= 1 + cell.evidence().tolerance() / 2;
        return cell.suspicion() == Suspicion.SLOWER || (cell.isScreened() && standsOut);
    }

    private List<Screened> screened() {
        return cells.values().stream().filter(Screened::isScreened).toList();
    }

    private double ratio(K cell) {
        return screened(cell).ratio();
    }

    private Screened screened(K cell) {
        Screened screened = cells.get(cell);
        if (screened == null) {
            throw new IllegalArgumentException("no such cell: " + cell);
        }
        return screened;
    }
}
