// SPDX-License-Identifier: Apache-2.0
/**
 * Watches a process that somebody else started, in any language, from outside: through {@code /proc} alone, so that it costs
 * little and needs no second to begin. It judges nothing and changes nothing.
 */
@NullMarked
package dev.runmatrix.harness.live;

import org.jspecify.annotations.NullMarked;
