// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Memory, and what a run wants of it.
 *
 * @param grantedBytes what this program may use
 * @param availableBytes what the machine could still give away; empty where not readable
 * @param swapBytes swap space; empty where not readable
 * @param usedSwapBytes swap space in use; empty where not readable
 * @param heapBytes the heap of a fork; absent where its flags leave that open
 * @param largestDatasetBytes the largest dataset of the plan; absent where there is no plan
 */
public record MemoryFacts(
        long grantedBytes,
        OptionalLong availableBytes,
        OptionalLong swapBytes,
        OptionalLong usedSwapBytes,
        Optional<Long> heapBytes,
        Optional<Long> largestDatasetBytes) {}
