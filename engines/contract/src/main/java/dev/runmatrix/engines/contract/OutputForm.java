// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

/** The forms that a summary may be written in; the name of the output tells which. */
public enum OutputForm {
    /** One file of comma-separated values with a header. */
    CSV,
    /** One Parquet file. */
    PARQUET,
    /** A folder of Parquet files. */
    FOLDER;

    /** The form that an output's name asks for. */
    public static OutputForm of(String output) {
        if (output.endsWith(".csv")) {
            return CSV;
        }
        return output.endsWith(".parquet") ? PARQUET : FOLDER;
    }
}
