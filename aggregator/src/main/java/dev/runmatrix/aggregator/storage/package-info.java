// SPDX-License-Identifier: Apache-2.0
/** Where inputs are, what lies there, and reading from it at any position. Knows no Parquet and no client of a service. */
@NullMarked
package dev.runmatrix.aggregator.storage;

import org.jspecify.annotations.NullMarked;
