// SPDX-License-Identifier: Apache-2.0
/**
 * Why cells cost what they cost, and what to change: one small rule for each cause, over the facts of a run. Pure, but for recordings read from its folder.
 * A rule states what its evidence shows and no more; where no rule holds, no cause is established.
 */
@NullMarked
package dev.runmatrix.reports.diagnosis;

import org.jspecify.annotations.NullMarked;
