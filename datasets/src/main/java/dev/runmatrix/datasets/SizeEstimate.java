// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.LabelRichness;
import dev.runmatrix.datasets.parameters.ValueKind;

/** About how large a dataset will be on the disk, from sizes that were measured. */
final class SizeEstimate {

    private SizeEstimate() {}

    static long bytes(DatasetParameters parameters) {
        double bytesPerRow = bytesPerValues(parameters.values());
        if (parameters.labels() == LabelRichness.RICH) {
            bytesPerRow += 6;
        }
        return Math.round(parameters.podHours() * bytesPerRow);
    }

    private static double bytesPerValues(ValueKind values) {
        return switch (values) {
            case CONSTANT -> 7;
            case VARIED -> 24;
            case DECIMAL -> 40;
        };
    }
}
