// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whose rows a load replaces, and on which days.
 *
 * @param sourceUuid the source
 * @param range all these days, whether or not the input knows of them; empty for the days that the input has a row of
 */
public record Replacement(String sourceUuid, Optional<Range> range) {

    /**
     * A span of days.
     *
     * @param first its first day
     * @param last its last day
     */
    public record Range(LocalDate first, LocalDate last) {}

    /** An open side is no reason to delete days that the input does not know: a range needs both bounds. */
    public static Replacement of(String sourceUuid, Optional<LocalDate> start, Optional<LocalDate> end) {
        return new Replacement(sourceUuid, start.flatMap(first -> end.map(last -> new Range(first, last))));
    }
}
