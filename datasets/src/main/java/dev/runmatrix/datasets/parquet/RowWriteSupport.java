// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Writes rows, of which one object may stand for many after each other. */
final class RowWriteSupport extends WriteSupport<Row> {

    private final MessageType schema;
    private Optional<Fields> fields = Optional.empty();

    RowWriteSupport(MessageType schema) {
        this.schema = schema;
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract in the parent; never called where a ParquetConfiguration is set.
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        fields = Optional.of(new Fields(consumer, schema));
    }

    @Override
    public void write(Row row) {
        Fields out = fields.orElseThrow();
        out.startRow();
        row.writeTo(out);
        out.endRow();
    }
}
