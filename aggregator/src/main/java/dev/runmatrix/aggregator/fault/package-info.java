// SPDX-License-Identifier: Apache-2.0
/** How every other package says that a file cannot be used. */
@NullMarked
package dev.runmatrix.aggregator.fault;

import org.jspecify.annotations.NullMarked;
