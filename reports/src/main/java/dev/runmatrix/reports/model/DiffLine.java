// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

/**
 * A line of a change.
 *
 * @param sign {@code -}, {@code +} or a space
 * @param text the line without its sign; one line, whatever the values hold
 */
public record DiffLine(String sign, String text) {

    public boolean isRemoved() {
        return sign.equals("-");
    }

    public boolean isAdded() {
        return sign.equals("+");
    }
}
