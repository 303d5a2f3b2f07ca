// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.parameters.Codec;
import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.LabelRichness;
import dev.runmatrix.datasets.parameters.LabelRows;
import dev.runmatrix.datasets.parameters.RowOrder;
import dev.runmatrix.datasets.parameters.ValueKind;

/**
 * About how large a dataset will be on the disk. The bytes per row were measured on sets of half a million rows and more;
 * they hold to about a third, and rather say too much for small sets.
 */
final class SizeEstimate {

    private static final int TABLES = 3;
    private static final long BYTES_PER_FILE = 3_000;

    private SizeEstimate() {}

    static long bytes(DatasetParameters parameters) {
        double perRow = (valueBytes(parameters.values()) + labelBytes(parameters)) * codecFactor(parameters);
        double perLabelRow = parameters.labelRows() == LabelRows.PER_POD ? 9 : 0;
        long files = BYTES_PER_FILE * TABLES * parameters.days();
        return files + Math.round(parameters.podHours() * (perRow + perLabelRow));
    }

    private static double valueBytes(ValueKind values) {
        return switch (values) {
            case CONSTANT -> 6.5;
            case VARIED -> 11;
            case DECIMAL -> 16;
        };
    }

    /** Labels of a pod cost little where its rows stand together. */
    private static double labelBytes(DatasetParameters parameters) {
        boolean rich = parameters.labels() == LabelRichness.RICH;
        if (parameters.order() == RowOrder.POD_MAJOR) {
            return rich ? 6 : 0;
        }
        return rich ? 52 : 12;
    }

    private static double codecFactor(DatasetParameters parameters) {
        if (parameters.codec() == Codec.UNCOMPRESSED) {
            return parameters.order() == RowOrder.POD_MAJOR ? 2.5 : 5;
        }
        return parameters.codec() == Codec.SNAPPY ? 1 : 0.6;
    }
}
