// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

/**
 * Something that was not the same in two runs.
 *
 * @param what what differs, {@code JDK}
 * @param base what it was in the run that is compared with
 * @param candidate what it was in the other
 */
public record Difference(String what, String base, String candidate) {}
