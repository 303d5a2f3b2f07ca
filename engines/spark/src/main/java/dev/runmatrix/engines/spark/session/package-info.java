// SPDX-License-Identifier: Apache-2.0
/** The session with Spark: where it runs, what it is told, how it fails. */
@NullMarked
package dev.runmatrix.engines.spark.session;

import org.jspecify.annotations.NullMarked;
