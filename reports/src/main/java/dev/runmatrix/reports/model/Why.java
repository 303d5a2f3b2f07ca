// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;

/**
 * Why cells differ: the work, or how much of it ran at the same time.
 *
 * @param lead what it comes to
 */
public record Why(Text lead) {}
