// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/**
 * The same chart for a page and for a phone: text in a shrunken drawing cannot be read, so each has its own.
 *
 * @param wide for windows above 700 pixels
 * @param narrow for smaller ones
 */
public record Figure(Drawing wide, Drawing narrow) {

    /** A phone has no pointer that could rest on a mark: what the marks say is said once, in the wide drawing. */
    public Figure {
        narrow = narrow.withoutTips();
    }
}
