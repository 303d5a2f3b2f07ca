// SPDX-License-Identifier: Apache-2.0
/** Files of any Hadoop file system, and their columns as the summary reads them, whatever their types are. */
@NullMarked
package dev.runmatrix.engines.spark.input;

import org.jspecify.annotations.NullMarked;
