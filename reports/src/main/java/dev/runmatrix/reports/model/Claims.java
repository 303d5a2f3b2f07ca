// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;

/**
 * The claims of the matrix, judged.
 *
 * @param lead what it comes to
 */
public record Claims(Text lead) {}
