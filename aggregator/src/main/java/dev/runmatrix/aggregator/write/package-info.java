// SPDX-License-Identifier: Apache-2.0
/** Summary rows become bytes, and a file that appears whole or not at all. It connects to no database. */
@NullMarked
package dev.runmatrix.aggregator.write;

import org.jspecify.annotations.NullMarked;
