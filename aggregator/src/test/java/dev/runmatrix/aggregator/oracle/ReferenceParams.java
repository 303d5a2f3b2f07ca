// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What a run is asked for, besides its tables.
 *
 * @param startDate first day counted; absent means from the beginning
 * @param endDate last day counted; absent means to the end
 */
record ReferenceParams(
        Set<String> enabledKeys,
        List<CostCategory> costCategories,
        Optional<LocalDate> startDate,
        Optional<LocalDate> endDate,
        int reportPeriodId,
        String clusterId,
        String clusterAlias,
        String sourceUuid) {

    /** An id for the namespaces whose name is like the pattern. */
    record CostCategory(String pattern, int id) {}

    ReferenceParams {
        enabledKeys = Set.copyOf(enabledKeys);
        costCategories = List.copyOf(costCategories);
    }

    static ReferenceParams read(Path file) throws IOException {
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        Set<String> keys = new HashSet<>();
        json.get("enabled_keys").forEach(key -> keys.add(key.asText()));
        return new ReferenceParams(
                keys,
                StreamSupport.stream(json.get("cost_categories").spliterator(), false)
                        .map(category -> new CostCategory(
                                category.get("pattern").asText(),
                                category.get("id").asInt()))
                        .toList(),
                date(json, "start_date"),
                date(json, "end_date"),
                json.get("report_period_id").asInt(),
                json.get("cluster_id").asText(),
                json.get("cluster_alias").asText(),
                json.get("source_uuid").asText());
    }

    boolean isInRange(LocalDate day) {
        return startDate.filter(day::isBefore).isEmpty()
                && endDate.filter(day::isAfter).isEmpty();
    }

    /** Whether an instant would count, were its day not beyond all dates. */
    boolean isUnwritable(Instant instant) {
        return isInRange(UtcDay.of(instant)) && !UtcDay.isWritable(instant);
    }

    /** The greatest id that matches. */
    Optional<Integer> costCategoryOf(Optional<String> namespace) {
        return namespace.flatMap(name -> costCategories.stream()
                .filter(category -> LikePattern.matches(category.pattern(), name))
                .map(CostCategory::id)
                .max(Integer::compare));
    }

    private static Optional<LocalDate> date(JsonNode json, String key) {
        return Optional.ofNullable(json.get(key))
                .filter(value -> !value.isNull())
                .map(value -> LocalDate.parse(value.asText()));
    }
}
