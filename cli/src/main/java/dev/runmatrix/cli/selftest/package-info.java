// SPDX-License-Identifier: Apache-2.0
/**
 * Proof on the user's own machine that the harness tells what it should: toy programs whose truth is known are measured by
 * harness processes of their own, from outside. It knows no other class of the command line.
 */
@NullMarked
package dev.runmatrix.cli.selftest;

import org.jspecify.annotations.NullMarked;
