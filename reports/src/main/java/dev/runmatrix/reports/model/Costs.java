// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Units;

/**
 * What a cell costs, as written in every table. All of wall, CPU and cores are those of one fork, so wall = CPU ÷ cores
 * holds for a reader who divides.
 *
 * @param wall seconds; in parentheses where they are not compared, {@code > 180} at a limit, a dash where there are none
 * @param range fastest to slowest fork; empty below two forks
 * @param cpu core-seconds, or a dash
 * @param cores mean cores used, or a dash
 * @param requested cores asked for; empty where none were
 * @param rss greatest peak of the resident set in the report's unit, or a dash
 * @param over by how much that exceeds the budget, with its unit; empty where it does not
 */
public record Costs(String wall, String range, String cpu, String cores, String requested, String rss, String over) {

    public boolean isOver() {
        return !over.isEmpty();
    }

    /** {@code 1.02 of 4}. */
    public String coresOfRequested() {
        return cores.equals(Units.DASH) || requested.isEmpty() ? cores : cores + " of " + requested;
    }

    /** The range in brackets, or nothing. */
    public String brackets() {
        return Units.brackets(range);
    }
}
