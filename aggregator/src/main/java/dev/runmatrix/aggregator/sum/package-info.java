// SPDX-License-Identifier: Apache-2.0
/** Exact sums of doubles and their correctly rounded quotients. */
@NullMarked
package dev.runmatrix.aggregator.sum;

import org.jspecify.annotations.NullMarked;
