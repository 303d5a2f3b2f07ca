// SPDX-License-Identifier: Apache-2.0
/** Batches of rows held as columns: what reading fills and folding consumes. */
@NullMarked
package dev.runmatrix.aggregator.column;

import org.jspecify.annotations.NullMarked;
