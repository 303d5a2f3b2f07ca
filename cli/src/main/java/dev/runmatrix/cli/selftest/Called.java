// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

/**
 * How often a change of known size was called slower.
 *
 * @param change its size in words, {@code +15 %}
 * @param slower comparisons that called it SLOWER
 * @param comparisons all of them, at least {@code slower}
 */
public record Called(String change, int slower, int comparisons) {}
