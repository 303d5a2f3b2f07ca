// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.runmatrix.reports.projection.Ledger;
import dev.runmatrix.reports.projection.TrackRecord;
import java.util.List;

/** A ledger for programs. */
final class LedgerJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private LedgerJson() {}

    /** What {@code ledger} prints. */
    private record Listing(String schema, TrackRecord trackRecord, int open, List<Ledger.Entry> projections) {}

    static String of(Ledger ledger, boolean openOnly) {
        List<Ledger.Entry> shown = ledger.entries().stream()
                .filter(entry -> entry.isOpen() || !openOnly)
                .toList();
        Listing listing = new Listing(
                "run-matrix/ledger/v1", ledger.record(), ledger.open().size(), shown);
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(listing) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers are always JSON", e);
        }
    }
}
