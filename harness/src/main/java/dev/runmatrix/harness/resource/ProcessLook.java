// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.util.OptionalLong;

/**
 * One look at a live process.
 *
 * @param cpuMillis user and system time so far, in steps of 10 ms
 * @param rssBytes resident set now
 * @param threads live threads now
 * @param readBytes bytes that storage delivered to it so far; empty where not readable
 * @param writeBytes bytes that it sent towards storage so far; empty where not readable
 * @param minorFaults page faults without storage so far, those of its ended children too; empty where not readable
 * @param majorFaults page faults that storage had to serve so far, likewise; empty where not readable
 */
record ProcessLook(
        long cpuMillis,
        long rssBytes,
        int threads,
        OptionalLong readBytes,
        OptionalLong writeBytes,
        OptionalLong minorFaults,
        OptionalLong majorFaults) {}
