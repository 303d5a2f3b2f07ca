// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Quantity;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads lengths of time as a matrix file has them: {@code 250ms}, {@code 30s}, {@code 10m}. */
final class TimeSpan implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        return Quantity.duration(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no length of time, use one such as " + Quantity.DURATIONS));
    }
}
