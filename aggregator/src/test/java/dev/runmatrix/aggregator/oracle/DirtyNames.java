// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.Types;

/** Columns of namespaces, nodes and resource ids from small pools, so that rows meet in groups. */
final class DirtyNames {
    private static final List<String> NODES =
            List.of("node-1", "node-2", "Node-1", "", " ", "7", "nöde", "\\N", "null", "a,\"b\"\nc", "node-1 ");
    private static final List<String> NAMESPACES = List.of(
            "openshift-monitoring",
            "openshift",
            "kube-system",
            "kube_system",
            "",
            "7",
            "007",
            "a.b",
            "a\\_b",
            "p%q",
            "\uD83D\uDE80",
            "\uFFFD",
            "\uE000x",
            "line\nbreak",
            "\\N",
            "Ärger",
            "A\u0308rger");
    private static final List<String> RESOURCES =
            List.of("", "i-1", "i-10", "i-2", "I-9", "\uD83D\uDE80", "\uFFFDz", "é", "z", "42");
    private static final List<byte[]> INVALID = List.of(
            new byte[] {'a', (byte) 0xff}, new byte[] {'a', (byte) 0xfe}, new byte[] {(byte) 0xe2, (byte) 0x82});

    private final Dice dice;
    private final List<String> nodes;
    private final List<String> namespaces;
    private final List<String> resources;

    DirtyNames(Dice dice) {
        this.dice = dice;
        nodes = dice.shuffled(NODES).subList(0, dice.between(1, 5));
        namespaces = new ArrayList<>(dice.shuffled(NAMESPACES).subList(0, dice.between(1, 5)));
        if (dice.oneIn(3)) {
            namespaces.add("");
        }
        resources = dice.shuffled(RESOURCES).subList(0, dice.between(1, 6));
    }

    DirtyColumn node() {
        return column("node", nodes);
    }

    DirtyColumn namespace() {
        return column("namespace", namespaces);
    }

    DirtyColumn resourceId() {
        return column("resource_id", resources);
    }

    private DirtyColumn column(String name, List<String> pool) {
        int kind = dice.between(0, 19);
        return switch (kind) {
            case 0 ->
                DirtyColumn.empty(Types.optional(dice.pick(DOUBLE, BOOLEAN)).named(name));
            case 1 ->
                DirtyColumn.of(
                        Types.optional(INT64).named(name),
                        mostly(() -> (long) dice.between(6, 8)),
                        (record, number) -> record.add(name, number));
            case 2 ->
                DirtyColumn.of(
                        Types.optional(INT32).named(name),
                        mostly(() -> dice.between(-7, 7)),
                        (record, number) -> record.add(name, number));
            case 3 ->
                DirtyColumn.of(
                        Types.required(BINARY).as(stringType()).named(name),
                        () -> Optional.of(bytes(pool)),
                        (record, bytes) -> record.add(name, bytes));
            default ->
                DirtyColumn.of(
                        Types.optional(BINARY)
                                .as(kind < 7 ? null : stringType())
                                .named(name),
                        mostly(() -> bytes(pool)),
                        (record, bytes) -> record.add(name, bytes));
        };
    }

    private <T> Supplier<Optional<T>> mostly(Supplier<T> values) {
        return () -> dice.nullOneIn(15, values);
    }

    private Binary bytes(List<String> pool) {
        return Binary.fromConstantByteArray(
                dice.oneIn(60) ? dice.pick(INVALID) : dice.pick(pool).getBytes(UTF_8));
    }
}
