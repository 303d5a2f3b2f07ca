// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.input;

import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A table of the input: the columns {@code day} and {@code nano}, which are null where the instant is, the texts and the
 * numbers, all of one type each. Files may differ in the types of their columns: those of the same types are read
 * together.
 *
 * @param columns the columns of the table
 * @param footers footers of the files that have rows
 */
public record InputTable(TableColumns columns, List<FileFooter> footers) {

    /** The day of the instant, counted from 1970-01-01. */
    public static final String DAY = "day";

    /** Nanoseconds from the beginning of the day to the instant. */
    public static final String NANO = "nano";

    public InputTable {
        footers = List.copyOf(footers);
    }

    /** Reads the footers of a table's files. */
    public static InputTable open(List<FileStatus> files, TableColumns columns, Configuration configuration)
            throws BadInputException, IOException {
        List<FileFooter> footers = Footers.read(files, columns, configuration);
        return new InputTable(
                columns, footers.stream().filter(footer -> footer.rows() > 0).toList());
    }

    /** Number of rows. */
    public long rows() {
        return footers.stream().mapToLong(FileFooter::rows).sum();
    }

    /** The rows. */
    public Dataset<Row> read(SparkSession spark) {
        Map<List<Reading>, List<FileFooter>> alike = footers.stream()
                .collect(Collectors.groupingBy(FileFooter::readings, LinkedHashMap::new, Collectors.toList()));
        return alike.entrySet().stream()
                .map(group -> read(spark, group.getKey(), group.getValue()))
                .reduce(Dataset::unionAll)
                .orElseGet(() -> nothing(spark));
    }

    private Dataset<Row> read(SparkSession spark, List<Reading> readings, List<FileFooter> files) {
        StructType schema = new StructType();
        for (Reading reading : readings) {
            if (reading.form() != Reading.Form.ABSENT) {
                schema = schema.add(reading.name(), reading.type());
            }
        }
        Dataset<Row> rows = spark.read()
                .schema(schema)
                // A name is a name, whatever characters it has.
                .option("__globPaths__", "false")
                .parquet(files.stream().map(file -> file.path().toString()).toArray(String[]::new));
        return rows.select(select(readings).toArray(Column[]::new));
    }

    private List<Column> select(List<Reading> readings) {
        List<Column> instant = List.of(
                Conversions.day(readings.get(TableColumns.INSTANT)).as(DAY),
                Conversions.nano(readings.get(TableColumns.INSTANT)).as(NANO));
        List<Column> selected = new java.util.ArrayList<>(instant);
        for (int i = 1; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            Column value = i < columns.ids().size() ? Conversions.text(reading) : Conversions.number(reading);
            selected.add(value.as(reading.name()));
        }
        return selected;
    }

    private Dataset<Row> nothing(SparkSession spark) {
        StructType schema = new StructType().add(DAY, DataTypes.IntegerType).add(NANO, DataTypes.LongType);
        for (int i = 1; i < columns.ids().size(); i++) {
            schema = schema.add(columns.ids().get(i).name(), DataTypes.StringType);
        }
        for (String number : columns.numbers()) {
            schema = schema.add(number, DataTypes.DoubleType);
        }
        return spark.createDataFrame(List.of(), schema).select(functions.col("*"));
    }
}
