// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads a whole Parquet file record by record, through the library's example objects. */
final class ParquetTables {
    private ParquetTables() {}

    static RawTable read(Path file) {
        Records records = records(file);
        return new RawTable(
                file.toString(),
                records.schema().getFields().stream().map(Type::getName).collect(Collectors.toSet()),
                cells(file, records));
    }

    /** The rows of a file as the library gives them. */
    record Records(MessageType schema, List<Group> rows) {
        Records {
            rows = List.copyOf(rows);
        }
    }

    static Records records(Path file) {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs())
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            List<Group> rows = new ArrayList<>();
            for (Optional<PageReadStore> pages = nextRowGroup(reader);
                    pages.isPresent();
                    pages = nextRowGroup(reader)) {
                addRows(schema, pages.get(), rows);
            }
            return new Records(schema, rows);
        } catch (IOException | RuntimeException unreadable) {
            throw new RefusedInput(file + ": " + unreadable);
        }
    }

    private static Optional<PageReadStore> nextRowGroup(ParquetFileReader reader) throws IOException {
        return Optional.ofNullable(reader.readNextRowGroup());
    }

    private static void addRows(MessageType schema, PageReadStore pages, List<Group> rows) {
        RecordReader<Group> records =
                new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, new GroupRecordConverter(schema));
        for (long row = 0; row < pages.getRowCount(); row++) {
            rows.add(records.read());
        }
    }

    private static List<Map<String, RawValue>> cells(Path file, Records records) {
        try {
            return records.rows().stream()
                    .map(record -> row(records.schema(), record))
                    .toList();
        } catch (RuntimeException unreadable) {
            throw new RefusedInput(file + ": " + unreadable);
        }
    }

    private static Map<String, RawValue> row(MessageType schema, Group record) {
        Map<String, RawValue> cells = new HashMap<>();
        for (Type column : schema.getFields()) {
            if (record.getFieldRepetitionCount(column.getName()) > 0) {
                cells.put(column.getName(), GroupCell.read(record, column));
            }
        }
        return cells;
    }
}
