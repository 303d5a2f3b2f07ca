// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.util.Optional;

/**
 * What one thread has of a day.
 *
 * @param groups what is in memory
 * @param spilled what is in a temporary file
 */
record FoldedDay(Optional<DayGroups> groups, Optional<SpilledDay> spilled) {}
