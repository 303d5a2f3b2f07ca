// SPDX-License-Identifier: Apache-2.0
/** Where the summary goes: one file by way of the driver, or a folder that the executors write. */
@NullMarked
package dev.runmatrix.engines.spark.output;

import org.jspecify.annotations.NullMarked;
