// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.Optional;

/**
 * A promised gain, {@code 3–4 times as fast}.
 *
 * @param low least promised wall time of the reference ÷ wall time of the option
 * @param high greatest promised, equal to {@code low} for a single figure
 * @param where the document that states it
 */
public record StatedGain(double low, double high, Optional<String> where) {}
