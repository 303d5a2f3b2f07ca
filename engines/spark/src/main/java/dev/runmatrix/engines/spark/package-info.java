// SPDX-License-Identifier: Apache-2.0
/** The daily summary by Spark SQL, in one process or on a cluster. */
@NullMarked
package dev.runmatrix.engines.spark;

import org.jspecify.annotations.NullMarked;
