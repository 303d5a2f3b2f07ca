// SPDX-License-Identifier: Apache-2.0
/** The meaning of the summary, in terms of data frames. */
@NullMarked
package dev.runmatrix.engines.spark.summary;

import org.jspecify.annotations.NullMarked;
