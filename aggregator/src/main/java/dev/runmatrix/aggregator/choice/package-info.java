// SPDX-License-Identifier: Apache-2.0
/**
 * Which settings suit an input: decided from footers, granted processors and granted memory alone. Knows nothing of how
 * an aggregation is carried out but how much memory it takes.
 */
@NullMarked
package dev.runmatrix.aggregator.choice;

import org.jspecify.annotations.NullMarked;
