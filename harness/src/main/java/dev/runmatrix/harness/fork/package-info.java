// SPDX-License-Identifier: Apache-2.0
/**
 * What runs inside a forked JVM: reads the task of the fork, marks the measured region and reports what it used. It must
 * not know how it was started, is sampled from outside or judged.
 */
@NullMarked
package dev.runmatrix.harness.fork;

import org.jspecify.annotations.NullMarked;
