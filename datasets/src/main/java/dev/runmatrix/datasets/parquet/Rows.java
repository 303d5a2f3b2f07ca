// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import org.apache.parquet.schema.MessageType;

/** The rows of one table: a cursor over the places of a day. */
interface Rows extends Row {

    MessageType schema();

    /** Moves to a place; false if there is no row. */
    boolean moveTo(int day, int place);
}
