// SPDX-License-Identifier: Apache-2.0
/** Makes builds of the measured program ready to be measured in turns, and keeps those that will be wanted again. */
@NullMarked
package dev.runmatrix.harness.build;

import org.jspecify.annotations.NullMarked;
