// SPDX-License-Identifier: Apache-2.0
/**
 * A summary becomes rows of a PostgreSQL table, in one transaction. The only package that knows the driver, whose classes
 * are loaded when a table is opened and not before; it knows nothing of how a summary is made.
 */
@NullMarked
package dev.runmatrix.aggregator.postgres;

import org.jspecify.annotations.NullMarked;
