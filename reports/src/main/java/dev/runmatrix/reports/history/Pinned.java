// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

/**
 * A release that later runs are held against.
 *
 * @param name the baseline's name
 * @param run what it measured
 */
public record Pinned(String name, RunLevels run) {}
