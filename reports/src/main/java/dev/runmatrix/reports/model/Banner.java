// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;

/**
 * A warning above everything else.
 *
 * @param word {@code WRONG OUTPUT}, {@code INCOMPLETE}, {@code CONTAMINATED} or {@code RUNNING}
 * @param text what follows from it
 */
public record Banner(String word, Text text) {}
