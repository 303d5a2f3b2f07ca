// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

/**
 * An instant.
 *
 * @param epochDay its day in UTC, counted from 1970-01-01
 * @param nanoOfDay nanoseconds since the day began
 */
public record DayTime(int epochDay, long nanoOfDay) {}
