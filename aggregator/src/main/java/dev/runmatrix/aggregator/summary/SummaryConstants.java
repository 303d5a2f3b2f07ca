// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.summary;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Columns that have the same value in every row.
 *
 * @param reportPeriodId the report period
 * @param clusterId the cluster
 * @param clusterAlias its other name
 * @param sourceUuid the source
 */
public record SummaryConstants(
        OptionalInt reportPeriodId,
        Optional<String> clusterId,
        Optional<String> clusterAlias,
        Optional<String> sourceUuid) {}
