// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import dev.runmatrix.datasets.parquet.ImportedColumn;
import dev.runmatrix.datasets.parquet.ImportedRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVRecord;
import org.apache.parquet.io.api.Binary;

/** Turns the texts of a row into values. A blank is null, whatever the column. */
final class RowReader {

    private static final int MOST_KNOWN_TEXTS = 20_000;
    private static final int LONGEST_KNOWN_TEXT = 512;

    private final List<ImportedColumn> columns;
    private final int width;
    private final int[] places;
    private final InstantText instants;
    private final Map<String, Binary> known;

    /**
     * A reader of the rows of one file.
     *
     * @param columns columns to fill
     * @param header columns of the file
     * @param instants and
     * @param known what was read before, from other files too
     */
    RowReader(List<ImportedColumn> columns, CsvHeader header, InstantText instants, Map<String, Binary> known) {
        this.columns = columns;
        this.width = header.names().size();
        this.places = header.places(columns);
        this.instants = instants;
        this.known = known;
    }

    /** Fills a row; what is wrong with it is told, and then it is of no use. */
    Optional<String> read(CSVRecord record, ImportedRow row) {
        row.clear();
        if (record.size() != width) {
            return Optional.of("has " + record.size() + " fields, and the first row names " + width + " columns");
        }
        for (int i = 0; i < places.length; i++) {
            String text = places[i] < 0 ? "" : record.get(places[i]);
            ImportedColumn column = columns.get(i);
            if (!text.isEmpty() && !fill(row, i, column, text)) {
                return Optional.of(column.name() + ": " + RowProblems.quoted(text) + " " + complaint(column));
            }
            if (text.isEmpty() && column.name().equals(ImportedColumn.INTERVAL_START)) {
                return Optional.of(column.name() + " is blank");
            }
        }
        return Optional.empty();
    }

    private boolean fill(ImportedRow row, int place, ImportedColumn column, String text) {
        switch (column.kind()) {
            case TIME -> {
                OptionalLong nanos = instants.nanos(text);
                nanos.ifPresent(value -> row.time(place, value));
                return nanos.isPresent();
            }
            case NUMBER -> {
                OptionalDouble number = NumberText.read(text);
                number.ifPresent(value -> row.number(place, value));
                return number.isPresent();
            }
            case TEXT -> {
                row.text(place, encoded(text));
                return text.indexOf('\0') < 0;
            }
        }
        throw new IllegalStateException("no such kind of column");
    }

    private static String complaint(ImportedColumn column) {
        return switch (column.kind()) {
            case TIME -> "is no time from 1678 to 2261, such as '2025-10-01 00:00:00 +0000 UTC'";
            case NUMBER -> "is no finite decimal number";
            case TEXT -> "holds a null character";
        };
    }

    private Binary encoded(String text) {
        if (text.length() > LONGEST_KNOWN_TEXT) {
            return encode(text);
        }
        if (known.size() == MOST_KNOWN_TEXTS) {
            known.clear();
        }
        return known.computeIfAbsent(text, RowReader::encode);
    }

    private static Binary encode(String text) {
        return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
