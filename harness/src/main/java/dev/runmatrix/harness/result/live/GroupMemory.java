// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

import java.util.Optional;

/**
 * Memory of a control group with a limit.
 *
 * @param limitBytes the limit
 * @param usedBytes what its processes hold at the end of the watch, without the page cache that could be given back;
 *     absent where not readable
 */
public record GroupMemory(long limitBytes, Optional<Long> usedBytes) {}
