// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.text.TextNumbering;
import dev.runmatrix.aggregator.time.Instants;

/**
 * What gives numbers to values; all readers of a run share it.
 *
 * @param names numbers names
 * @param nullName the number of a name that is null
 * @param labels numbers label texts
 * @param nullLabels the number of a label text that is null
 * @param instantTexts numbers texts that say an instant, as {@code instants} does
 * @param instants numbers instants
 */
public record Vocabulary(
        TextNumbering names,
        int nullName,
        TextNumbering labels,
        int nullLabels,
        TextNumbering instantTexts,
        Instants instants) {}
