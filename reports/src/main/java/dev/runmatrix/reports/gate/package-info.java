// SPDX-License-Identifier: Apache-2.0
/**
 * What the rules of a gate say about a run: values from values; it reads no file and knows no format.
 */
@NullMarked
package dev.runmatrix.reports.gate;

import org.jspecify.annotations.NullMarked;
