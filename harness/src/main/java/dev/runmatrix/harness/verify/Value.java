// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A field of an output row. The same content has the same value in CSV and in Parquet: dates and truth values are text,
 * every kind of number is a binary64.
 */
sealed interface Value {

    /** Writes a form that no other value has. */
    void encode(DataOutputStream out) throws IOException;

    /** Null, which is neither an empty text nor a zero. */
    record Missing() implements Value {

        static final Missing INSTANCE = new Missing();

        @Override
        public void encode(DataOutputStream out) throws IOException {
            out.writeByte('0');
        }

        @Override
        public String toString() {
            return "null";
        }
    }

    /**
     * A text.
     *
     * @param text compared by code points
     */
    record Text(String text) implements Value {

        @Override
        public void encode(DataOutputStream out) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeByte('t');
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        @Override
        public String toString() {
            return "\"" + text + "\"";
        }
    }

    /**
     * A number, compared by its bits. Minus zero is zero, as databases compare them, and there is one NaN.
     *
     * @param number in canonical form
     */
    record Numeric(double number) implements Value {

        public Numeric {
            number = number == 0 ? 0.0 : number;
        }

        @Override
        public void encode(DataOutputStream out) throws IOException {
            out.writeByte('n');
            out.writeLong(Double.doubleToLongBits(number));
        }

        @Override
        public String toString() {
            return Double.toString(number);
        }
    }
}
