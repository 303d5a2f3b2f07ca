// SPDX-License-Identifier: Apache-2.0
/**
 * Runs a matrix in forked JVMs and stores what was observed. It judges nothing.
 */
@NullMarked
package dev.runmatrix.harness;

import org.jspecify.annotations.NullMarked;
