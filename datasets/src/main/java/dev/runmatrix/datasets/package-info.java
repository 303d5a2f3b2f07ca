// SPDX-License-Identifier: Apache-2.0
/**
 * The inputs of benchmarks: a catalogue of named datasets and the generator that makes them, byte for byte, from their
 * parameters and a seed. It knows nothing of aggregation or measuring.
 */
@NullMarked
package dev.runmatrix.datasets;

import org.jspecify.annotations.NullMarked;
