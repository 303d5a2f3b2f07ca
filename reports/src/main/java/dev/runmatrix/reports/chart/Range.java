// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/**
 * From the least to the greatest value seen.
 *
 * @param low 0 or more, in the unit of the value it belongs to
 * @param high {@code low} or more
 */
public record Range(double low, double high) {
    public Range {
        Amounts.checked("low", low);
        Amounts.checked("high", high);
        if (low > high) {
            throw new IllegalArgumentException("range: low " + low + " is above high " + high);
        }
    }
}
