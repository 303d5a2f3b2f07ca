// SPDX-License-Identifier: Apache-2.0
/**
 * How cells moved from run to run: levels, lasting changes, slow creep, and what sittings of one build differ by. Numbers
 * only, from values; it reads no file and knows no format.
 */
@NullMarked
package dev.runmatrix.reports.history;

import org.jspecify.annotations.NullMarked;
