// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import dev.runmatrix.aggregator.storage.Transfers;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests and bytes. Thread-safe. */
final class TransferCount {

    private final LongAdder requests = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void request(boolean repeats) {
        requests.increment();
        if (repeats) {
            repeated.increment();
        }
    }

    void received(long count) {
        bytes.add(count);
    }

    Transfers sum() {
        return new Transfers(requests.sum(), repeated.sum(), bytes.sum());
    }
}
