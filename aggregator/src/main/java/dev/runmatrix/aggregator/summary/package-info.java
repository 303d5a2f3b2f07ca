// SPDX-License-Identifier: Apache-2.0
/** The finished rows of the summary, by column: what folding makes and writing takes. */
@NullMarked
package dev.runmatrix.aggregator.summary;

import org.jspecify.annotations.NullMarked;
