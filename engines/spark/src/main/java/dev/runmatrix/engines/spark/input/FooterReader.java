// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.input;

import dev.runmatrix.aggregator.column.IdColumn;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;

/** Reads the footer of a file, on the driver: what is wrong with a file is known before any work begins. */
record FooterReader(Configuration configuration, TableColumns table) {

    private static final String WAY_OUT = "; write the file again or take it out of the input";

    FileFooter read(FileStatus file) throws BadInputException, IOException {
        String name = Addresses.named(file.getPath());
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromStatus(file, configuration))) {
            long rows = reader.getRecordCount();
            MessageType schema = reader.getFileMetaData().getSchema();
            return new FileFooter(file.getPath(), rows, rows == 0 ? List.of() : readings(name, schema));
        } catch (UnusableColumnException e) {
            throw new BadInputException(name + ": " + e.getMessage() + WAY_OUT);
        } catch (RuntimeException e) {
            // The library signals damage by exceptions of many kinds.
            throw new BadInputException(name + ": not a Parquet file, or damaged: " + firstLine(e) + WAY_OUT);
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).split("\\R", 2)[0];
    }

    private List<Reading> readings(String file, MessageType schema) throws BadInputException, UnusableColumnException {
        requireColumns(file, schema);
        List<Reading> readings = new ArrayList<>();
        for (IdColumn column : table.ids()) {
            readings.add(
                    schema.containsField(column.name())
                            ? Readings.ofId(column.kind(), schema.getType(column.name()))
                            : Readings.absent(column.name()));
        }
        for (String column : table.numbers()) {
            readings.add(
                    schema.containsField(column) ? Readings.ofNumber(schema.getType(column)) : Readings.absent(column));
        }
        return readings;
    }

    private void requireColumns(String file, MessageType schema) throws BadInputException {
        List<String> missing = table.ids().stream()
                .filter(column -> column.required() && !schema.containsField(column.name()))
                .map(IdColumn::name)
                .toList();
        if (!missing.isEmpty()) {
            String columns = missing.size() == 1 ? "column: " : "columns: ";
            throw new BadInputException(file + ": missing required " + columns + String.join(", ", missing) + WAY_OUT);
        }
    }
}
