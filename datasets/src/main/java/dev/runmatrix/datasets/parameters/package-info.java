// SPDX-License-Identifier: Apache-2.0
/**
 * What a dataset is made from: its parameters, how they are read from words, and which combinations make sense. It knows neither
 * rows nor files.
 */
@NullMarked
package dev.runmatrix.datasets.parameters;

import org.jspecify.annotations.NullMarked;
