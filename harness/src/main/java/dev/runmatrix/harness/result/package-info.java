// SPDX-License-Identifier: Apache-2.0
/**
 * What was observed: the stored run, which is all that measuring and reporting share. Raw values only; nothing here
 * judges. It must not know how a fork is started, sampled or reported.
 */
@NullMarked
package dev.runmatrix.harness.result;

import org.jspecify.annotations.NullMarked;
