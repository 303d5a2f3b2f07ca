// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

/**
 * The curve with no negative part that lies nearest to measured times, each counted by its relative distance: of all subsets
 * of the parts, the best whose parts come out positive.
 */
final class WorkerFit {

    private static final int PARTS = 3;
    private static final int AMDAHL = 0b011;
    private static final int ALL = 0b111;

    private final double[] workers;

    WorkerFit(double[] workers) {
        this.workers = workers.clone();
    }

    /** By Amdahl's law. */
    WorkerCurve amdahl(double[] times) {
        return best(times, AMDAHL);
    }

    /** By the universal scalability law. */
    WorkerCurve usl(double[] times) {
        return best(times, ALL);
    }

    private WorkerCurve best(double[] times, int allowed) {
        double[] found = new double[PARTS];
        double least = Double.POSITIVE_INFINITY;
        for (int subset = 1; subset <= ALL; subset++) {
            if ((subset & ~allowed) == 0 && Integer.bitCount(subset) <= times.length) {
                double[] parts = solve(times, subset);
                double distance = isUsable(parts) ? distance(parts, times) : Double.POSITIVE_INFINITY;
                if (distance < least) {
                    least = distance;
                    found = parts;
                }
            }
        }
        return new WorkerCurve(found[0], found[1], found[2]);
    }

    private static boolean isUsable(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            if (!(part >= 0)) {
                return false;
            }
            sum += part;
        }
        return sum > 0 && Double.isFinite(sum);
    }

    private double distance(double[] parts, double[] times) {
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            double model = 0;
            for (int part = 0; part < PARTS; part++) {
                model += parts[part] * basis(part, workers[i]);
            }
            double relative = model / times[i] - 1;
            sum += relative * relative;
        }
        return sum;
    }

    private static double basis(int part, double n) {
        return switch (part) {
            case 0 -> 1;
            case 1 -> 1 / n;
            default -> n - 1;
        };
    }

    /** The normal equations of the chosen parts; the others are 0. */
    private double[] solve(double[] times, int subset) {
        int[] chosen = new int[Integer.bitCount(subset)];
        for (int part = 0, next = 0; part < PARTS; part++) {
            if ((subset & (1 << part)) != 0) {
                chosen[next++] = part;
            }
        }
        double[][] equations = new double[chosen.length][chosen.length + 1];
        for (int i = 0; i < times.length; i++) {
            for (int row = 0; row < chosen.length; row++) {
                double left = basis(chosen[row], workers[i]) / times[i];
                for (int column = 0; column < chosen.length; column++) {
                    equations[row][column] += left * basis(chosen[column], workers[i]) / times[i];
                }
                equations[row][chosen.length] += left;
            }
        }
        double[] solved = Elimination.solve(equations);
        double[] parts = new double[PARTS];
        for (int i = 0; i < chosen.length; i++) {
            parts[chosen[i]] = solved[i];
        }
        return parts;
    }
}
