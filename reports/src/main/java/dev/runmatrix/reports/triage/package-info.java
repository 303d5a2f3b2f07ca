// SPDX-License-Identifier: Apache-2.0
/**
 * What ails a process that was watched, if anything does: rules over counters, pure. Every statement carries the values
 * that it rests on and the limits that it was judged by.
 */
@NullMarked
package dev.runmatrix.reports.triage;

import org.jspecify.annotations.NullMarked;
