// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import dev.runmatrix.datasets.parquet.ImportedFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of an import.
 *
 * @param files files that were written
 * @param sources files that were read
 * @param sums exact sums of measures over the rows that reach the summary, by column; without those that have no value or
 *     negative ones
 * @param labelKeys keys of all labels, in alphabetical order
 * @param firstDay first day of pod usage; absent without rows
 * @param lastDay last day of pod usage; absent without rows
 */
public record CsvContent(
        List<ImportedFile> files,
        List<CsvSource> sources,
        Map<String, BigDecimal> sums,
        List<String> labelKeys,
        Optional<LocalDate> firstDay,
        Optional<LocalDate> lastDay) {

    public CsvContent {
        files = List.copyOf(files);
        sources = List.copyOf(sources);
        sums = Map.copyOf(sums);
        labelKeys = List.copyOf(labelKeys);
    }
}
