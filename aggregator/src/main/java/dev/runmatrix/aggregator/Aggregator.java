// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.io.IOException;

/** Makes the daily summary of hourly pod usage. */
public final class Aggregator {

    private Aggregator() {}

    /**
     * Reads all inputs and writes the output; on any failure there is no output file.
     *
     * @throws InputException if an input file or the parameters cannot be used
     * @throws OutputExistsException if the output exists and is not to be replaced
     * @throws IOException if a file cannot be read or written
     */
    public static AggregationResult run(AggregationConfig config) throws InputException, IOException {
        throw new UnsupportedOperationException(config.toString());
    }
}
