// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;

/**
 * What more workers or more data would bring, and what earlier projections were worth.
 *
 * @param lead what it comes to
 */
public record Scaling(Text lead) {}
