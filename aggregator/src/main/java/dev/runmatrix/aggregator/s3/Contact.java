// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

/** What all requests to a service share: how patient they are, what was counted, and whether it ever answered. */
final class Contact {

    private final Retries retries;
    private final TransferCount count = new TransferCount();
    private volatile boolean reached;

    Contact(Retries retries) {
        this.retries = retries;
    }

    Retries retries() {
        return retries;
    }

    TransferCount count() {
        return count;
    }

    /** The service has answered, be it by a refusal. */
    void reached() {
        reached = true;
    }

    boolean wasReached() {
        return reached;
    }
}
