// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.time.Duration;
import java.util.Optional;

/**
 * What a configuration may cost at most to be recommended.
 *
 * @param rssBytes peak resident set in bytes, absent: no limit
 * @param wall wall time of a fork, absent: no limit
 */
public record Budget(Optional<Long> rssBytes, Optional<Duration> wall) {}
