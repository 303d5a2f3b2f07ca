// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.runmatrix.aggregator.text.TextCache;

/**
 * Texts as they are, whole numbers as their digits.
 *
 * @param texts numbers texts
 * @param unsigned whether whole numbers have no sign
 */
record NameConversion(TextCache texts, boolean unsigned) implements IdConversion {

    @Override
    public int ofBytes(byte[] bytes, int from, int length) {
        return texts.idOf(bytes, from, length);
    }

    @Override
    public int ofInteger(long value) {
        String digits = unsigned ? Long.toUnsignedString(value) : Long.toString(value);
        return texts.idOf(digits.getBytes(US_ASCII), 0, digits.length());
    }
}
