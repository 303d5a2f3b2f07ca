// SPDX-License-Identifier: Apache-2.0
/**
 * The search for the least memory with which something completes, and for the least with which it is as fast as with
 * plenty. Pure: it is given what was tried so far and says what to try next; it must not know how a fork is made.
 */
@NullMarked
package dev.runmatrix.harness.floor;

import org.jspecify.annotations.NullMarked;
