// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.runmatrix.datasets.content.Measure;
import dev.runmatrix.datasets.parameters.Layout;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.apache.parquet.schema.Types.MessageTypeBuilder;

/** Columns of each table in each layout; all optional, as the writers of such files leave them. */
final class Schemas {

    /** The row number that pandas leaves in the files of layout poc; nobody reads it. */
    static final String INDEX = "__index_level_0__";

    static final List<String> TIMES =
            List.of("report_period_start", "report_period_end", "interval_start", "interval_end");

    /** Measures that both layouts have, in the order of their columns. */
    static final List<Measure> REPORTED = List.of(
            Measure.USAGE_CPU,
            Measure.REQUEST_CPU,
            Measure.LIMIT_CPU,
            Measure.USAGE_MEMORY,
            Measure.REQUEST_MEMORY,
            Measure.LIMIT_MEMORY);

    /** Measures that the ingest of layout koku adds. */
    static final List<Measure> ADDED = List.of(Measure.EFFECTIVE_CPU, Measure.EFFECTIVE_MEMORY);

    static final List<String> CAPACITIES = List.of(
            "node_capacity_cpu_cores",
            "node_capacity_cpu_core_seconds",
            "node_capacity_memory_bytes",
            "node_capacity_memory_byte_seconds");

    private Schemas() {}

    static MessageType of(Table table, Layout layout) {
        MessageTypeBuilder schema = Types.buildMessage();
        times(schema, layout);
        switch (table) {
            case POD_USAGE -> podUsage(schema, layout);
            case NODE_LABELS -> texts(schema, "node", "node_labels");
            case NAMESPACE_LABELS -> texts(schema, "namespace", "namespace_labels");
        }
        if (layout == Layout.POC) {
            schema.optional(INT64).named(INDEX);
        }
        return schema.named("schema");
    }

    /** A table of imported rows, as layout poc has it, with the columns that there are and all numbers alike. */
    static MessageType of(List<ImportedColumn> columns) {
        MessageTypeBuilder schema = Types.buildMessage();
        for (ImportedColumn column : columns) {
            switch (column.kind()) {
                case TIME -> time(schema, column.name(), TimeUnit.NANOS);
                case TEXT -> texts(schema, column.name());
                case NUMBER -> schema.optional(DOUBLE).named(column.name());
            }
        }
        return schema.named("schema");
    }

    private static void podUsage(MessageTypeBuilder schema, Layout layout) {
        texts(schema, "pod", "namespace", "node", "resource_id");
        REPORTED.forEach(measure -> schema.optional(DOUBLE).named(measure.column()));
        CAPACITIES.forEach(
                column -> schema.optional(layout == Layout.POC ? INT64 : DOUBLE).named(column));
        texts(schema, "pod_labels");
        if (layout == Layout.KOKU) {
            ADDED.forEach(measure -> schema.optional(DOUBLE).named(measure.column()));
        }
    }

    private static void times(MessageTypeBuilder schema, Layout layout) {
        TimeUnit unit = layout == Layout.POC ? TimeUnit.NANOS : TimeUnit.MILLIS;
        TIMES.forEach(column -> time(schema, column, unit));
    }

    private static void time(MessageTypeBuilder schema, String column, TimeUnit unit) {
        schema.optional(INT64)
                .as(LogicalTypeAnnotation.timestampType(false, unit))
                .named(column);
    }

    private static void texts(MessageTypeBuilder schema, String... columns) {
        for (String column : columns) {
            schema.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named(column);
        }
    }
}
