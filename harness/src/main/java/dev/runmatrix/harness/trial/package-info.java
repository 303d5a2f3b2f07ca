// SPDX-License-Identifier: Apache-2.0
/**
 * One fork of one cell, seen from the harness: starts it through JMH, watches it, ends it when it must be ended, and says
 * what became of it. It must not know the matrix, the order of forks or what a right output is.
 */
@NullMarked
package dev.runmatrix.harness.trial;

import org.jspecify.annotations.NullMarked;
