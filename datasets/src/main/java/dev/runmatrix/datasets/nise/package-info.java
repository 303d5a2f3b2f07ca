// SPDX-License-Identifier: Apache-2.0
/**
 * Reads the CSV files of nise and of metrics operators: finds them, knows their tables by their columns, and turns their
 * texts into values. Nothing in them is trusted.
 */
@NullMarked
package dev.runmatrix.datasets.nise;

import org.jspecify.annotations.NullMarked;
