// SPDX-License-Identifier: Apache-2.0
/**
 * Why one cell takes longer than another: more CPU work or fewer cores used, which threads the work is in, and what the
 * workers did with the rest of their time. Numbers alone, exact and unrounded; it knows nothing of words or formats.
 */
@NullMarked
package dev.runmatrix.reports.attribution;

import org.jspecify.annotations.NullMarked;
