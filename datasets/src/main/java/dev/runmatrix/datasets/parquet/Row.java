// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

/** A row that can be written. */
interface Row {

    /** Hands the row's values over. */
    void writeTo(Fields fields);
}
