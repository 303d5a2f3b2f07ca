// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what scans read, and tells a listener.
 *
 * @param bytes compressed bytes of pages, their headers included
 * @param nanos time spent in reads of them, summed over threads
 * @param listener hears of rows
 */
record ReadMeter(LongAdder bytes, LongAdder nanos, ProgressListener listener) {

    ReadMeter(ProgressListener listener) {
        this(new LongAdder(), new LongAdder(), listener);
    }

    /** The same for rows that do not count as progress. */
    ReadMeter withoutRows() {
        return new ReadMeter(bytes, nanos, ProgressListener.NONE);
    }
}
