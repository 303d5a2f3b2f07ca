// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.text;

import static java.nio.charset.StandardCharsets.UTF_8;

/** UTF-8 texts as bytes. */
public final class Utf8 {

    private Utf8() {}

    public static String toText(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    public static byte[] toBytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** The same text where it is well-formed; every malformed part becomes U+FFFD. */
    public static byte[] wellFormed(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return toBytes(toText(bytes));
            }
        }
        return bytes;
    }
}
