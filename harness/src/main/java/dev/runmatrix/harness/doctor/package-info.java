// SPDX-License-Identifier: Apache-2.0
/**
 * What is to be expected of a run before it is made: facts about machine, memory, folders and Java, and the judgement of each
 * as a {@link dev.runmatrix.harness.doctor.Check}. Pure: where the facts come from is none of its business, and neither is
 * how checks are shown.
 */
@NullMarked
package dev.runmatrix.harness.doctor;

import org.jspecify.annotations.NullMarked;
