// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;

import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Label columns: texts of a pool shared by all of a case's files, maps, or nothing but nulls. */
final class DirtyLabels {
    private final Dice dice;
    private final List<String> texts;

    DirtyLabels(Dice dice) {
        this.dice = dice;
        DirtyLabelText writer = new DirtyLabelText(dice);
        texts = dice.times(dice.between(2, 14), index -> writer.text());
    }

    DirtyColumn column(String name) {
        int kind = dice.between(0, 9);
        return switch (kind) {
            case 0 ->
                DirtyColumn.empty(Types.optional(dice.pick(DOUBLE, BOOLEAN)).named(name));
            case 1 -> new DirtyColumn(mapType(name), record -> fillMap(record, name));
            default ->
                DirtyColumn.of(
                        Types.optional(BINARY)
                                .as(kind == 2 ? null : stringType())
                                .named(name),
                        () -> dice.nullOneIn(20, () -> dice.pick(texts)),
                        (record, text) -> record.add(name, bytes(text)));
        };
    }

    private Binary bytes(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        if (utf8.length > 2 && dice.oneIn(50)) {
            utf8[dice.between(0, utf8.length - 1)] = (byte) 0xff;
        }
        return Binary.fromConstantByteArray(utf8);
    }

    private static Type mapType(String name) {
        return Types.optionalMap()
                .key(Types.required(BINARY).as(stringType()).named("key"))
                .value(Types.optional(BINARY).as(stringType()).named("value"))
                .named(name);
    }

    private void fillMap(Group record, String name) {
        if (dice.oneIn(6)) {
            return;
        }
        Group map = record.addGroup(name);
        for (String key : dice.some(DirtyLabelText.KEYS, 25)) {
            Group entry = map.addGroup(0);
            entry.add(0, key);
            if (!dice.oneIn(5)) {
                entry.add(1, dice.pick(DirtyLabelText.VALUES));
            }
        }
    }
}
