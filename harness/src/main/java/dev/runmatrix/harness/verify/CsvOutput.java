// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/** An output as CSV with a header: an empty field is null, a quoted empty field is an empty text. */
final class CsvOutput {

    /** The columns of the daily summary that hold text; CSV itself does not say. */
    private static final Set<String> TEXT = Set.of(
            "uuid",
            "cluster_id",
            "cluster_alias",
            "data_source",
            "usage_start",
            "usage_end",
            "namespace",
            "node",
            "pod",
            "resource_id",
            "pod_labels",
            "persistentvolumeclaim",
            "persistentvolume",
            "storageclass",
            "volume_labels",
            "all_labels",
            "source_uuid",
            "infrastructure_usage_cost",
            "csi_volume_handle");

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|NaN|[+-]?Infinity");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .get();

    private CsvOutput() {}

    static void read(Path file, OutputFile.RowSink sink) throws IOException, UnreadableOutputException {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            List<String> columns = List.copyOf(parser.getHeaderNames());
            if (columns.isEmpty()) {
                throw new UnreadableOutputException(file.getFileName() + ": empty");
            }
            for (CSVRecord row : parser) {
                if (!row.isConsistent()) {
                    throw new UnreadableOutputException(file.getFileName() + ":" + (row.getRecordNumber() + 1) + ": "
                            + row.size() + " fields where the header has " + columns.size());
                }
                sink.accept(new Row(columns, values(columns, row)));
            }
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new UnreadableOutputException(file.getFileName() + ": " + e.getMessage());
        }
    }

    /** A column that the daily summary does not have may hold either. */
    private static Value numberOrText(String text) {
        return NUMBER.matcher(text).matches() ? new Value.Numeric(Double.parseDouble(text)) : new Value.Text(text);
    }

    private static List<Value> values(List<String> columns, CSVRecord row) {
        List<Value> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            String text = row.get(i);
            if (text == null) {
                values.add(Value.Missing.INSTANCE);
            } else if (TEXT.contains(columns.get(i))) {
                values.add(new Value.Text(text));
            } else {
                values.add(numberOrText(text));
            }
        }
        return values;
    }
}
