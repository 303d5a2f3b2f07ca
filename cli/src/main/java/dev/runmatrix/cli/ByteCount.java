// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers of bytes as the JVM does: {@code 65536}, {@code 64k}, {@code 64m}, {@code 2g}. */
final class ByteCount implements ITypeConverter<Long> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([kmg]?)", Pattern.CASE_INSENSITIVE);

    @Override
    public Long convert(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new TypeConversionException("'" + text + "' is no number of bytes, use one such as 64m or 2g");
        }
        int bits = switch (parts.group(2)) {
            case "k", "K" -> 10;
            case "m", "M" -> 20;
            case "g", "G" -> 30;
            default -> 0;
        };
        return Long.parseLong(parts.group(1)) << bits;
    }
}
