// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.params;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a summary depends on besides its data.
 *
 * @param enabledKeys label keys to keep
 * @param costCategories namespace patterns and the category each gives
 * @param startDate first day, included; empty for no bound
 * @param endDate last day, included; empty for no bound
 * @param reportPeriodId copied to each row
 * @param clusterId copied to each row
 * @param clusterAlias copied to each row
 * @param sourceUuid copied to each row
 */
public record Params(
        List<String> enabledKeys,
        List<CostCategory> costCategories,
        Optional<LocalDate> startDate,
        Optional<LocalDate> endDate,
        OptionalInt reportPeriodId,
        Optional<String> clusterId,
        Optional<String> clusterAlias,
        Optional<String> sourceUuid) {

    public Params {
        enabledKeys = List.copyOf(enabledKeys);
        costCategories = List.copyOf(costCategories);
    }

    /** The first day, as days since 1970. */
    public long firstEpochDay() {
        return startDate.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
    }

    /** The last day, as days since 1970. */
    public long lastEpochDay() {
        return endDate.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    }
}
