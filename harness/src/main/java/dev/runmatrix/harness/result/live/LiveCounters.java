// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

import java.util.Optional;

/**
 * What the process and its descendants did since the watch began, the ended ones included. Each is absent where not
 * readable.
 *
 * @param storageReadBytes bytes that storage delivered
 * @param storageWrittenBytes bytes that were sent, or are to be sent, to storage
 * @param readBytes bytes asked for by reading calls, from anywhere
 * @param writtenBytes bytes handed over by writing calls, to anywhere
 * @param majorFaults page faults that storage had to serve
 * @param ioDelayNanos time that threads waited for storage; absent unless the kernel keeps that account
 */
public record LiveCounters(
        Optional<Long> storageReadBytes,
        Optional<Long> storageWrittenBytes,
        Optional<Long> readBytes,
        Optional<Long> writtenBytes,
        Optional<Long> majorFaults,
        Optional<Long> ioDelayNanos) {}
