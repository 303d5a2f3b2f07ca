// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.util.List;

/** How cost grows with rows. */
final class Scaling {

    private static final double MILLION = 1e6;

    private final Observations observations;
    private final List<DataSet> sizes;

    /** Sizes in ascending order. */
    Scaling(Observations observations, List<DataSet> sizes) {
        this.observations = observations;
        this.sizes = List.copyOf(sizes);
    }

    /** A Markdown table with the fitted line below. */
    String render() {
        StringBuilder out = new StringBuilder("| data | rows | CPU, whole process | for each million rows |"
                + " for each further million | CPU, warm | for each million rows |\n");
        out.append("|---|--:|--:|--:|--:|--:|--:|\n");
        for (int i = 0; i < sizes.size(); i++) {
            DataSet size = sizes.get(i);
            String further = i == 0 ? "–" : String.format("%.3f s", further(sizes.get(i - 1), size));
            out.append(String.format(
                    "| %s | %,d | %.2f s | %.3f s | %s | %.2f s | %.3f s |%n",
                    size.name(),
                    size.rows(),
                    cold(size),
                    cold(size) / millions(size),
                    further,
                    warm(size),
                    warm(size) / millions(size)));
        }
        return out + line() + "\n";
    }

    /** What rows cost that come on top of those of a smaller size: the start is in both. */
    private double further(DataSet smaller, DataSet larger) {
        return (cold(larger) - cold(smaller)) / (millions(larger) - millions(smaller));
    }

    private double cold(DataSet size) {
        return observations.median(Programs.oursName(size, 2), Quantity.CPU).value();
    }

    private double warm(DataSet size) {
        return observations
                .median(Programs.warmName(size, 2), Quantity.WARM_CPU)
                .value();
    }

    private static double millions(DataSet size) {
        return size.rows() / MILLION;
    }

    /** Least squares of relative errors: every size counts alike. */
    private String line() {
        double s = 0;
        double sx = 0;
        double sxx = 0;
        double sy = 0;
        double sxy = 0;
        for (DataSet size : sizes) {
            double x = millions(size);
            double y = cold(size);
            double weight = 1 / (y * y);
            s += weight;
            sx += weight * x;
            sxx += weight * x * x;
            sy += weight * y;
            sxy += weight * x * y;
        }
        double slope = (s * sxy - sx * sy) / (s * sxx - sx * sx);
        double start = (sy - slope * sx) / s;
        StringBuilder out = new StringBuilder(String.format(
                "%nFitted: CPU of the whole process = %.2f s + %.3f s for each million rows; measured against it:",
                start, slope));
        for (DataSet size : sizes) {
            out.append(String.format(
                    " %s %+.0f %%", size.name(), 100 * (cold(size) / (start + slope * millions(size)) - 1)));
        }
        return out.append('.').toString();
    }
}
