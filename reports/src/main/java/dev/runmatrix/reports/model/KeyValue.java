// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;

/**
 * A fact with its name.
 *
 * @param key a word or two
 * @param value what is known
 */
public record KeyValue(String key, Text value) {}
