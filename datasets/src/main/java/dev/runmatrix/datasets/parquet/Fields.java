// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Takes the values of a row one after the other, in the order of the schema. */
final class Fields {

    private final RecordConsumer consumer;
    private final String[] names;
    private int next;

    Fields(RecordConsumer consumer, MessageType schema) {
        this.consumer = consumer;
        this.names = schema.getFields().stream().map(type -> type.getName()).toArray(String[]::new);
    }

    void startRow() {
        next = 0;
        consumer.startMessage();
    }

    void endRow() {
        consumer.endMessage();
    }

    void text(Binary value) {
        consumer.startField(names[next], next);
        consumer.addBinary(value);
        consumer.endField(names[next], next++);
    }

    void number(double value) {
        consumer.startField(names[next], next);
        consumer.addDouble(value);
        consumer.endField(names[next], next++);
    }

    void whole(long value) {
        consumer.startField(names[next], next);
        consumer.addLong(value);
        consumer.endField(names[next], next++);
    }

    /** A null. */
    void none() {
        next++;
    }
}
