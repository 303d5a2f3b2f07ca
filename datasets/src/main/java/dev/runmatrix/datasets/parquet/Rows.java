// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import org.apache.parquet.schema.MessageType;

/** The rows of one table: a cursor over the places of a day. */
interface Rows {

    MessageType schema();

    /** Moves to a place; false if there is no row. */
    boolean moveTo(int day, int place);

    /** Hands the row's values over. */
    void writeTo(Fields fields);
}
