// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

/**
 * How much of its input files a process has read.
 *
 * @param readBytes bytes that it has asked for since it started, from anywhere
 * @param readInWindowBytes the part of them since the watch began
 * @param inputBytes size of all its input files
 */
public record InputVolume(long readBytes, long readInWindowBytes, long inputBytes) {}
