// SPDX-License-Identifier: Apache-2.0
/**
 * Statistics for few, skewed, noisy values: distribution-free, without input, output or a clock.
 */
@NullMarked
package dev.runmatrix.harness.statistics;

import org.jspecify.annotations.NullMarked;
