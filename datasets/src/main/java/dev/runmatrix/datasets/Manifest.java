// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.content.Measure;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a stored dataset is and what a right summary of it adds up to. It is written last: where it is, the dataset is
 * whole.
 *
 * @param schema {@value #SCHEMA}
 * @param generator version of the rules that turn parameters into bytes, or those of what was imported
 * @param name name of the dataset
 * @param parameters all parameters in words; none of what was imported
 * @param rows rows of each table
 * @param dirt rows of pod usage that are damaged; absent if nobody damaged them on purpose
 * @param outputRows rows of a right summary; absent where only an aggregation would tell
 * @param sums for each measure, keyed by its column of the input, the exact sum over the rows that reach the summary, in
 *     core-seconds or byte-seconds; what was imported may lack some or all
 * @param clusterCapacity capacity of the cluster over all days; absent where only an aggregation would tell
 * @param bytes size of all Parquet files
 * @param paramsSha256 hash of {@code params.json}, hexadecimal
 * @param files all Parquet files in the dataset's own directory
 * @param imported where the data comes from; absent if it was generated
 */
public record Manifest(
        String schema,
        int generator,
        String name,
        Map<String, String> parameters,
        TableRows rows,
        Optional<DirtyRows> dirt,
        OptionalLong outputRows,
        Map<String, BigDecimal> sums,
        Optional<CapacitySums> clusterCapacity,
        long bytes,
        String paramsSha256,
        List<DataFile> files,
        Optional<Imported> imported) {

    public static final String SCHEMA = "run-matrix/dataset/v1";
    /** Goes up whenever equal parameters give other bytes, so that data of older rules is not taken for current. */
    public static final int GENERATOR = 1;
    /** Goes up whenever the same source is turned into other bytes. */
    static final int IMPORTER = 1;

    public Manifest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        Map<String, BigDecimal> plain = new LinkedHashMap<>();
        sums.forEach((column, sum) -> plain.put(column, plain(sum)));
        sums = Collections.unmodifiableMap(plain);
        files = List.copyOf(files);
        if (imported.isEmpty()) {
            requireWhole(sums, dirt.isPresent() && outputRows.isPresent() && clusterCapacity.isPresent());
        }
    }

    private static void requireWhole(Map<String, BigDecimal> sums, boolean counted) {
        if (!counted) {
            throw new IllegalArgumentException("dirt, output rows or capacity of generated data are missing");
        }
        for (Measure measure : Measure.values()) {
            if (!sums.containsKey(measure.column())) {
                throw new IllegalArgumentException("sums lack " + measure.column());
            }
        }
    }

    /** Equal numbers as equal objects: no trailing zeros, no exponent. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A parameter in words, by its key. */
    public String parameter(String key) {
        String word = parameters.get(key);
        if (word == null) {
            throw new IllegalArgumentException("no parameter is named " + key);
        }
        return word;
    }

    /** The exact sum of a measure, absent where it is not known. */
    public Optional<BigDecimal> sum(Measure measure) {
        return Optional.ofNullable(sums.get(measure.column()));
    }

    /** Files of the dataset, wherever they are. */
    public int fileCount() {
        return files.size() + imported.map(Imported::outside).map(List::size).orElse(0);
    }
}
