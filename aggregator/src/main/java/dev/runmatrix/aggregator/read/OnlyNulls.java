// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/**
 * The conversion of a column whose type cannot hold what is wanted. Writers give such types to columns that are null
 * throughout; any value is an error.
 *
 * @param type the type in words
 */
record OnlyNulls(String type) implements IdConversion {

    @Override
    public int ofBytes(byte[] bytes, int from, int length) {
        throw unexpected(type);
    }

    @Override
    public int ofInteger(long value) {
        throw unexpected(type);
    }

    static MalformedException unexpected(String type) {
        return new MalformedException("has values of type " + type + ", which cannot be read as what it should hold");
    }
}
