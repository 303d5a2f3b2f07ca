// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

/**
 * One attempt with so much memory.
 *
 * @param mebibytes size, at least 1
 * @param completed whether it ended well, in time, with the right output
 */
public record Try(long mebibytes, boolean completed) {}
