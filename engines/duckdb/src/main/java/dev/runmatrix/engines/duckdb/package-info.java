// SPDX-License-Identifier: Apache-2.0
/** The daily summary by DuckDB, in one process. */
@NullMarked
package dev.runmatrix.engines.duckdb;

import org.jspecify.annotations.NullMarked;
