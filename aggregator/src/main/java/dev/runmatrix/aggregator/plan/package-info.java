// SPDX-License-Identifier: Apache-2.0
/** Which files belong to which table, and how their rows are divided into pieces of work. */
@NullMarked
package dev.runmatrix.aggregator.plan;

import org.jspecify.annotations.NullMarked;
