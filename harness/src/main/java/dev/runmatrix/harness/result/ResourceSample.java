// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.OptionalLong;

/**
 * One look at a fork from outside. Counters are totals since the process started, so that any window can be taken.
 *
 * @param elapsedMillis since the process started
 * @param cpuMillis user and system time so far, in steps of 10 ms
 * @param rssBytes resident set now
 * @param threads live threads now
 * @param readBytes bytes read from storage so far; 0 when the page cache served them
 * @param writeBytes bytes written so far
 * @param hostBusyMillis busy time of all processors of the machine so far, since the first sample of this fork
 * @param runQueueMillis time its threads waited for a processor so far; empty where not readable or not looked at
 */
public record ResourceSample(
        long elapsedMillis,
        long cpuMillis,
        long rssBytes,
        int threads,
        long readBytes,
        long writeBytes,
        long hostBusyMillis,
        OptionalLong runQueueMillis) {}
