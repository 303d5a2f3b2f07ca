// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.Type;

/**
 * A column of a file about to be written.
 *
 * @param type name, physical and logical type
 * @param filler puts one more value, or none, into a record
 */
record DirtyColumn(Type type, Filler filler) {
    /** Gives a record its value of one column. */
    @FunctionalInterface
    interface Filler {
        void fill(Group record);
    }

    static <T> DirtyColumn of(Type type, Supplier<Optional<T>> values, BiConsumer<Group, T> add) {
        return new DirtyColumn(type, record -> values.get().ifPresent(value -> add.accept(record, value)));
    }

    static DirtyColumn empty(Type type) {
        return new DirtyColumn(type, record -> {});
    }

    String name() {
        return type.getName();
    }
}
