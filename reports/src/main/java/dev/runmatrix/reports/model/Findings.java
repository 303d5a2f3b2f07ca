// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;

/**
 * What was seen, why, and what to do now.
 *
 * @param lead what it comes to
 */
public record Findings(Text lead) {}
