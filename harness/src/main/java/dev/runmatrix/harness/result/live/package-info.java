// SPDX-License-Identifier: Apache-2.0
/**
 * What was seen of a process that this program did not start: raw counters and states, no judgement. Pure records that may
 * know {@code result} and nothing else of the harness.
 */
@NullMarked
package dev.runmatrix.harness.result.live;

import org.jspecify.annotations.NullMarked;
