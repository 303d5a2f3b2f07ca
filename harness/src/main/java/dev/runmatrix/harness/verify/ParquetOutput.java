// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** An output as Parquet, with flat columns. */
final class ParquetOutput {

    private ParquetOutput() {}

    static void read(Path file, OutputFile.RowSink sink) throws IOException, UnreadableOutputException {
        try {
            readRows(file, sink);
        } catch (RuntimeException e) {
            // What parquet-hadoop throws about damaged files has no common type of its own.
            throw new UnreadableOutputException(file.getFileName() + ": not a whole Parquet file: " + e.getMessage());
        }
    }

    private static void readRows(Path file, OutputFile.RowSink sink) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Decompression())
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            List<String> columns =
                    schema.getFields().stream().map(Type::getName).toList();
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                RecordReader<Group> rows = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(group, new GroupRecordConverter(schema));
                for (long i = 0; i < group.getRowCount(); i++) {
                    sink.accept(new Row(columns, values(schema, rows.read())));
                }
            }
        }
    }

    private static List<Value> values(MessageType schema, Group row) {
        List<Value> values = new ArrayList<>(schema.getFieldCount());
        for (int i = 0; i < schema.getFieldCount(); i++) {
            values.add(
                    row.getFieldRepetitionCount(i) == 0
                            ? Value.Missing.INSTANCE
                            : value(schema.getType(i).asPrimitiveType(), row, i));
        }
        return values;
    }

    private static Value value(PrimitiveType type, Group row, int field) {
        return switch (type.getPrimitiveTypeName()) {
            case DOUBLE -> new Value.Numeric(row.getDouble(field, 0));
            case FLOAT -> new Value.Numeric(row.getFloat(field, 0));
            case INT64 -> new Value.Numeric(row.getLong(field, 0));
            case INT32 ->
                type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation
                        ? new Value.Text(
                                LocalDate.ofEpochDay(row.getInteger(field, 0)).toString())
                        : new Value.Numeric(row.getInteger(field, 0));
            case BOOLEAN -> new Value.Text(Boolean.toString(row.getBoolean(field, 0)));
            case BINARY -> new Value.Text(row.getBinary(field, 0).toStringUsingUTF8());
            case FIXED_LEN_BYTE_ARRAY, INT96 -> throw new IllegalArgumentException("a column of type " + type);
        };
    }
}
