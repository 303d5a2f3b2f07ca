// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes small Parquet files of one row; the column {@code node} is null. */
final class ParquetFile {

    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType("""
            message summary {
              optional int32 usage_start (DATE);
              optional binary namespace (STRING);
              optional binary node (STRING);
              optional double pod_usage_cpu_core_hours;
              optional int32 cost_category_id;
            }
            """);

    private ParquetFile() {}

    static void write(Path file, String day, String namespace, double hours, int category) throws IOException {
        Group row = new SimpleGroup(SCHEMA);
        row.add("usage_start", Math.toIntExact(LocalDate.parse(day).toEpochDay()));
        row.add("namespace", namespace);
        row.add("pod_usage_cpu_core_hours", hours);
        row.add("cost_category_id", category);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(SCHEMA)
                .build()) {
            writer.write(row);
        }
    }
}
