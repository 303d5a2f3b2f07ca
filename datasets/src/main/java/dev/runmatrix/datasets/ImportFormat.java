// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a dataset can be imported from. */
public enum ImportFormat {
    /** CSV files of nise or of a metrics operator. */
    @JsonProperty("nise-csv")
    NISE_CSV("nise CSV"),
    /** Parquet files in the layout of Koku or of the proof of concept. */
    @JsonProperty("parquet")
    PARQUET("Parquet");

    private final String words;

    ImportFormat(String words) {
        this.words = words;
    }

    /** What people call it. */
    public String words() {
        return words;
    }
}
