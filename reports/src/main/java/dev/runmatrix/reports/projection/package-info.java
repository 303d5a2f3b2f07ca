// SPDX-License-Identifier: Apache-2.0
/**
 * What a judged run says of cells that it did not measure: more workers, larger inputs; and what earlier projections were
 * worth. It is pure: the ledger comes and goes as lines, and nothing is read or written here.
 */
@NullMarked
package dev.runmatrix.reports.projection;

import org.jspecify.annotations.NullMarked;
