// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.statistics.Metric;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads metrics as files name them: {@code wall}, {@code cpu}, {@code rss_peak}. */
final class MetricName implements ITypeConverter<Metric> {

    @Override
    public Metric convert(String text) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.key().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is no metric, use "
                        + Arrays.stream(Metric.values()).map(Metric::key).collect(Collectors.joining(", "))));
    }
}
