// SPDX-License-Identifier: Apache-2.0
/** Texts as UTF-8 bytes and small numbers: interning, order, patterns, canonical JSON strings. Knows no Parquet. */
@NullMarked
package dev.runmatrix.aggregator.text;

import org.jspecify.annotations.NullMarked;
