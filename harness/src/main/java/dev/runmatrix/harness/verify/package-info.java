// SPDX-License-Identifier: Apache-2.0
/**
 * Whether an output is right: its canonical digest, and its comparison with another output and with what the dataset
 * promises. It must not know how the output was made or how long that took.
 */
@NullMarked
package dev.runmatrix.harness.verify;

import org.jspecify.annotations.NullMarked;
