// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;

/**
 * One winner.
 *
 * @param question what it wins, {@code Fastest within 4 GB}
 * @param value the number that wins, with its unit; words where nothing wins
 * @param aside its range or number of forks
 * @param cell name of the cell; empty where nothing wins
 * @param label the cell's configuration
 * @param costs all its costs
 * @param note the two other costs in words, and what they exceed
 * @param tie cells that are as good in practice; empty where there are none
 * @param recommended whether this is the recommendation
 */
public record Tile(
        String question,
        String value,
        String aside,
        String cell,
        String label,
        Costs costs,
        Text note,
        String tie,
        boolean recommended) {}
