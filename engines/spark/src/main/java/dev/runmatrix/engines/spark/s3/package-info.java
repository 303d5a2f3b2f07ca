// SPDX-License-Identifier: Apache-2.0
/** How Spark reaches S3: settings from the environment, and what failures mean. */
@NullMarked
package dev.runmatrix.engines.spark.s3;

import org.jspecify.annotations.NullMarked;
