// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TFieldIdEnum;
import shaded.parquet.org.apache.thrift.TUnion;

/**
 * One field of a structure of a Parquet file that is set, and the way to set it to something else.
 *
 * @param owner name of the structure
 * @param field name of the field
 * @param value what it holds
 * @param setter takes another value of the same type
 * @param clear takes the field away
 */
record ThriftSlot(String owner, String field, Object value, Consumer<Object> setter, Runnable clear) {
    private static final int LARGEST_FIELD_ID = 40;

    /** All fields that are set, of a structure and of those inside it. */
    static List<ThriftSlot> in(TBase<?, ?> root) {
        List<ThriftSlot> slots = new ArrayList<>();
        addAll(root, slots);
        return slots;
    }

    private static <T extends TBase<T, F>, F extends TFieldIdEnum> void addAll(
            TBase<T, F> struct, List<ThriftSlot> slots) {
        for (int id = 1; id <= LARGEST_FIELD_ID; id++) {
            F field = struct.fieldForId(id);
            if (field != null && struct.isSet(field)) {
                add(struct, field, slots);
            }
        }
    }

    private static <T extends TBase<T, F>, F extends TFieldIdEnum> void add(
            TBase<T, F> struct, F field, List<ThriftSlot> slots) {
        Object value = struct.getFieldValue(field);
        slots.add(new ThriftSlot(
                struct.getClass().getSimpleName(),
                field.getFieldName(),
                value,
                other -> struct.setFieldValue(field, other),
                () -> clear(struct, field)));
        for (Object inside : value instanceof List<?> list ? list : List.of(value)) {
            if (inside instanceof TBase<?, ?> nested) {
                addAll(nested, slots);
            }
        }
    }

    @SuppressWarnings("NullAway") // Thrift's way to say that a field is not set.
    private static <T extends TBase<T, F>, F extends TFieldIdEnum> void clear(TBase<T, F> struct, F field) {
        if (!(struct instanceof TUnion<?, ?>)) {
            struct.setFieldValue(field, null);
        }
    }

    boolean isNumber() {
        return value instanceof Number;
    }

    /** Changes the value to one that a writer would not have written; tells what was done. */
    String spoil(Dice dice) {
        String place = owner + "." + field;
        if (dice.oneIn(12)) {
            clear.run();
            return place + " taken away";
        }
        Object other = other(dice);
        setter.accept(other);
        return "%s: %s instead of %s".formatted(place, brief(other), brief(value));
    }

    private Object other(Dice dice) {
        if (value instanceof Long number) {
            return OddNumbers.near(dice, number);
        }
        if (value instanceof Integer number) {
            return (int) OddNumbers.near(dice, number);
        }
        if (value instanceof Number number) {
            return number instanceof Byte ? (Object) (byte) dice.between(-128, 127) : (short) dice.between(-3, 300);
        }
        if (value instanceof Boolean bool) {
            return !bool;
        }
        if (value instanceof Enum<?> constant) {
            return dice.pick(constant.getDeclaringClass().getEnumConstants());
        }
        if (value instanceof byte[] bytes) {
            return ByteMutation.ofContent(dice, bytes);
        }
        if (value instanceof String text) {
            return dice.pick("", text + text, "node", "interval_start", "\uFFFD", "x".repeat(100_000));
        }
        return value instanceof List<?> list ? other(dice, list) : value;
    }

    private static List<Object> other(Dice dice, List<?> list) {
        List<Object> other = new ArrayList<>(list);
        if (other.isEmpty()) {
            return other;
        }
        int place = dice.between(0, other.size() - 1);
        int second = dice.between(0, other.size() - 1);
        switch (dice.between(0, 5)) {
            case 0 -> other.remove(place);
            case 1 -> other.add(second, other.get(place));
            case 2 -> Collections.reverse(other);
            case 3 -> other.clear();
            case 4 -> other.set(second, other.get(place));
            default -> Collections.swap(other, place, second);
        }
        return other;
    }

    private static String brief(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (value instanceof List<?> list) {
            return "a list of " + list.size();
        }
        String text = String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
