// SPDX-License-Identifier: Apache-2.0
/** Label texts become numbered label sets; sets are merged and written in their one canonical form. */
@NullMarked
package dev.runmatrix.aggregator.labels;

import org.jspecify.annotations.NullMarked;
