// SPDX-License-Identifier: Apache-2.0
/**
 * What a stored run means: which forks count, what a cell costs, which cells may be ranked and compared. Numbers only, in
 * base units and unrounded; it knows nothing of words, formats or templates.
 */
@NullMarked
package dev.runmatrix.reports.analysis;

import org.jspecify.annotations.NullMarked;
