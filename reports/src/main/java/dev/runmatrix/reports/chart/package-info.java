// SPDX-License-Identifier: Apache-2.0
/**
 * Draws charts as inline SVG and as block characters, from numbers and ready texts alone. A drawing depends on its input and
 * nothing else: no clock, no locale, no fonts of the machine, no ids. Colours come from the classes in {@code charts.css}.
 * This package must not know where its numbers come from.
 */
@NullMarked
package dev.runmatrix.reports.chart;

import org.jspecify.annotations.NullMarked;
