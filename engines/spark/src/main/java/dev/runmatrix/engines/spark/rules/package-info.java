// SPDX-License-Identifier: Apache-2.0
/** The rules of labels, instants and categories as functions that run on executors. */
@NullMarked
package dev.runmatrix.engines.spark.rules;

import org.jspecify.annotations.NullMarked;
