// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

/**
 * A column as DuckDB sees it.
 *
 * @param name the name to use in a statement
 * @param type DuckDB's type
 */
record StoredColumn(String name, String type) {}
