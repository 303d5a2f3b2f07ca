// SPDX-License-Identifier: Apache-2.0
/** How numbers, states and settings are written, in reports and in terminals alike: one word for each thing. */
@NullMarked
package dev.runmatrix.reports.words;

import org.jspecify.annotations.NullMarked;
