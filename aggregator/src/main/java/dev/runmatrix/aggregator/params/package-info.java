// SPDX-License-Identifier: Apache-2.0
/** The parameters file. */
@NullMarked
package dev.runmatrix.aggregator.params;

import org.jspecify.annotations.NullMarked;
