// SPDX-License-Identifier: Apache-2.0
/** Instants: reading them from text and numbers, numbering the distinct ones. */
@NullMarked
package dev.runmatrix.aggregator.time;

import org.jspecify.annotations.NullMarked;
