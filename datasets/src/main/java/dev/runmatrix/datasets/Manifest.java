// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.content.Measure;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stored dataset is and what a right summary of it adds up to. It is written last: where it is, the dataset is
 * whole.
 *
 * @param schema {@value #SCHEMA}
 * @param generator version of the rules that turn parameters into bytes
 * @param name name of the dataset
 * @param parameters all parameters in words
 * @param rows rows of each table
 * @param dirt rows of pod usage that are damaged
 * @param outputRows rows of a right summary
 * @param sums for each measure, keyed by its column of the input, the exact sum over the rows that reach the summary, in
 *     core-seconds or byte-seconds
 * @param clusterCapacity capacity of the cluster over all days
 * @param bytes size of all Parquet files
 * @param paramsSha256 hash of {@code params.json}, hexadecimal
 * @param files all Parquet files
 */
public record Manifest(
        String schema,
        int generator,
        String name,
        Map<String, String> parameters,
        TableRows rows,
        DirtyRows dirt,
        long outputRows,
        Map<String, BigDecimal> sums,
        CapacitySums clusterCapacity,
        long bytes,
        String paramsSha256,
        List<DataFile> files) {

    public static final String SCHEMA = "run-matrix/dataset/v1";
    /** Goes up whenever equal parameters give other bytes, so that data of older rules is not taken for current. */
    public static final int GENERATOR = 1;

    public Manifest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
        files = List.copyOf(files);
        for (Measure measure : Measure.values()) {
            if (!sums.containsKey(measure.column())) {
                throw new IllegalArgumentException("sums lack " + measure.column());
            }
        }
    }

    public BigDecimal sum(Measure measure) {
        return sums.getOrDefault(measure.column(), BigDecimal.ZERO);
    }
}
