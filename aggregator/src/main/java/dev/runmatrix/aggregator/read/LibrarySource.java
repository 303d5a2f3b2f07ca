// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;

/** Values in the encodings that are too rare to be decoded here: parquet-column reads them, one by one. */
final class LibrarySource implements ValueSource {

    private static final int DECODED_VALUE_BYTES = 8;

    private final Type type;
    private final boolean unsigned;
    private final ValuesReader reader;

    LibrarySource(SchemaElement element, org.apache.parquet.format.Encoding encoding) {
        type = element.getType();
        unsigned = TypeTraits.isUnsigned(element);
        PrimitiveType primitive = new PrimitiveType(
                Repetition.REQUIRED, PrimitiveTypeName.valueOf(libraryName()), element.getType_length(), "values");
        ColumnDescriptor column = new ColumnDescriptor(new String[] {"values"}, primitive, 0, 0);
        reader = Encoding.valueOf(encoding.name()).getValuesReader(column, ValuesType.VALUES);
    }

    private String libraryName() {
        return type == Type.BYTE_ARRAY ? "BINARY" : type.name();
    }

    @Override
    public void start(byte[] data, int from, int to, int count) {
        // Delta decoders make room for all values at once.
        Memory.require((long) count * DECODED_VALUE_BYTES, "a page");
        try {
            reader.initFromPage(count, ByteBufferInputStream.wrap(ByteBuffer.wrap(data, from, to - from)));
        } catch (IOException e) {
            // Nothing is read from a file here, so it is the page that is wrong.
            throw new MalformedException("has a page that cannot be decoded: " + e);
        }
    }

    @Override
    public int nextId(IdConversion conversion) {
        return switch (type) {
            case INT32 -> conversion.ofInteger(nextInt32());
            case INT64 -> conversion.ofInteger(reader.readLong());
            case BYTE_ARRAY, INT96, FIXED_LEN_BYTE_ARRAY -> {
                byte[] bytes = reader.readBytes().getBytesUnsafe();
                yield conversion.ofBytes(bytes, 0, bytes.length);
            }
            default -> conversion.ofInteger(0);
        };
    }

    @Override
    public double nextNumber(NumberConversion conversion) {
        return switch (type) {
            case INT32 -> conversion.ofInteger(nextInt32());
            case INT64 -> conversion.ofInteger(reader.readLong());
            case FLOAT -> reader.readFloat();
            case DOUBLE -> reader.readDouble();
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> {
                byte[] bytes = reader.readBytes().getBytesUnsafe();
                yield conversion.ofBytes(bytes, 0, bytes.length);
            }
            default -> conversion.ofBytes(new byte[0], 0, 0);
        };
    }

    private long nextInt32() {
        int value = reader.readInteger();
        return unsigned ? value & 0xFFFF_FFFFL : value;
    }
}
