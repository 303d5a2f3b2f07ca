// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fault;

import java.io.IOException;

/** A row lies on a day that the statistics of its row group exclude, so nothing that was planned by them holds. */
public final class MisleadingStatisticsException extends IOException {

    private static final long serialVersionUID = 1;

    /** @param file the file, whose text form names it */
    public MisleadingStatisticsException(Object file, int rowGroup) {
        super(file + ": row group " + rowGroup + " has days outside of what its statistics say");
    }
}
