// SPDX-License-Identifier: Apache-2.0
/** Spark's summaries beside the aggregator's, in one process and on a cluster of several. */
@NullMarked
package dev.runmatrix.engines.spark;

import org.jspecify.annotations.NullMarked;
