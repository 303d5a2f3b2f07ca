// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.choice.Choice;
import dev.runmatrix.aggregator.outline.InputOutline;
import java.util.Optional;

/**
 * What an aggregation would do, as far as footers tell.
 *
 * @param settings the settings it would run with
 * @param choice how they were chosen; absent unless the mode is {@link Mode#AUTO}
 * @param outline what the input consists of
 * @param threads threads that would be at work
 * @param closesDays whether days are written before all rows are read
 * @param heldRows most rows whose groups are held at a time
 * @param stateBytes what groups may take in memory before they go to temporary files
 */
public record Explanation(
        AggregationConfig settings,
        Optional<Choice> choice,
        InputOutline outline,
        int threads,
        boolean closesDays,
        long heldRows,
        long stateBytes) {}
