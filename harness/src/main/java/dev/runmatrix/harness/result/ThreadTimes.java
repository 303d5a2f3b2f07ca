// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.Optional;

/**
 * What a thread did, or several small ones of a role together. Times begin with the span that they belong to: the
 * measured region or the process.
 *
 * @param name as the kernel knows it, 15 bytes at most; a word for the role where several are added up
 * @param role what it is for
 * @param count threads that are added up here, at least 1
 * @param firstMillis when it was first seen at work
 * @param lastMillis when it was last seen at work; of several the latest
 * @param cpuNanos processor time within the span; seen from outside a lower bound, as the kernel forgets a thread that ends
 * @param runQueueNanos time that it was ready to run and had no processor, likewise; absent where not readable
 */
public record ThreadTimes(
        String name,
        ThreadRole role,
        int count,
        long firstMillis,
        long lastMillis,
        long cpuNanos,
        Optional<Long> runQueueNanos) {

    /** The most of them that are stored of one span; smaller ones are added up by their role. */
    public static final int MOST = 24;
}
