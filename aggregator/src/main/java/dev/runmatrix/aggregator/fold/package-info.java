// SPDX-License-Identifier: Apache-2.0
/** Batches become groups, capacities and label rows; these become the summary of each day. */
@NullMarked
package dev.runmatrix.aggregator.fold;

import org.jspecify.annotations.NullMarked;
