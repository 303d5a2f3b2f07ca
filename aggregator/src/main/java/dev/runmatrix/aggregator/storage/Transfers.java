// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

/**
 * What was asked of a storage that is reached by a network.
 *
 * @param requests requests sent, those that failed and were repeated, too
 * @param repeated how many of them repeated one that had failed
 * @param bytes bytes received of objects
 */
public record Transfers(long requests, long repeated, long bytes) {}
