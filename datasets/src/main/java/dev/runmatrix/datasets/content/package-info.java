// SPDX-License-Identifier: Apache-2.0
/**
 * What stands in the rows of a dataset: every value a function of parameters and seed. It knows nothing of files.
 */
@NullMarked
package dev.runmatrix.datasets.content;

import org.jspecify.annotations.NullMarked;
