// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/** Walks over values in PLAIN encoding: fixed widths, or a length before the bytes. */
final class PlainSource implements ValueSource {

    private static final int INT96_BYTES = 12;

    private final Type type;
    private final boolean unsigned;
    private final int fixedBytes;
    private byte[] data = {};
    private int at;
    private int end;

    PlainSource(SchemaElement element) {
        type = element.getType();
        unsigned = TypeTraits.isUnsigned(element);
        fixedBytes = type == Type.INT96 ? INT96_BYTES : element.getType_length();
        if (type == Type.FIXED_LEN_BYTE_ARRAY && fixedBytes <= 0) {
            throw new MalformedException("values of " + fixedBytes + " bytes");
        }
    }

    @Override
    public void start(byte[] data, int from, int to, int count) {
        this.data = data;
        at = from;
        end = to;
    }

    @Override
    public int nextId(IdConversion conversion) {
        return switch (type) {
            case INT32 -> conversion.ofInteger(nextInt32());
            case INT64 -> conversion.ofInteger(nextInt64());
            case BYTE_ARRAY -> {
                int length = nextLength();
                yield conversion.ofBytes(data, take(length), length);
            }
            case INT96, FIXED_LEN_BYTE_ARRAY -> conversion.ofBytes(data, take(fixedBytes), fixedBytes);
            default -> conversion.ofInteger(0);
        };
    }

    @Override
    public double nextNumber(NumberConversion conversion) {
        return switch (type) {
            case INT32 -> conversion.ofInteger(nextInt32());
            case INT64 -> conversion.ofInteger(nextInt64());
            case FLOAT -> Float.intBitsToFloat(LittleEndian.int32(data, take(Float.BYTES)));
            case DOUBLE -> Double.longBitsToDouble(LittleEndian.int64(data, take(Double.BYTES)));
            case BYTE_ARRAY -> {
                int length = nextLength();
                yield conversion.ofBytes(data, take(length), length);
            }
            case FIXED_LEN_BYTE_ARRAY -> conversion.ofBytes(data, take(fixedBytes), fixedBytes);
            default -> conversion.ofBytes(data, 0, 0);
        };
    }

    private long nextInt32() {
        int value = LittleEndian.int32(data, take(Integer.BYTES));
        return unsigned ? value & 0xFFFF_FFFFL : value;
    }

    private long nextInt64() {
        return LittleEndian.int64(data, take(Long.BYTES));
    }

    private int nextLength() {
        return LittleEndian.int32(data, take(Integer.BYTES));
    }

    private int take(int bytes) {
        if (bytes < 0 || bytes > end - at) {
            throw new MalformedException("a page ends before its values do");
        }
        at += bytes;
        return at - bytes;
    }
}
