// SPDX-License-Identifier: Apache-2.0
/**
 * What two stored runs say about a change: whether their times may be compared at all, and where it is worth measuring
 * again. Numbers only, from values; it reads no file and knows no format.
 */
@NullMarked
package dev.runmatrix.reports.comparison;

import org.jspecify.annotations.NullMarked;
