// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import java.io.ByteArrayOutputStream;

/** How a dialect of delimited text spells what is not a number. */
interface FieldSyntax {

    /** The ASCII character between two fields. */
    char separator();

    /** Appends UTF-8 text, so that it reads back as it is and never as null. */
    void appendText(ByteArrayOutputStream out, byte[] text);

    void appendNull(ByteArrayOutputStream out);
}
