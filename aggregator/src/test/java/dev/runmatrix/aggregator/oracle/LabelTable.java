// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one label row that counts for each day and name: the latest, then the one whose labels read greatest. */
final class LabelTable {
    private static final Comparator<Candidate> STRENGTH = Comparator.comparing(Candidate::interval)
            .thenComparing(candidate -> candidate.labels().canonicalText(), Utf8Order.ASCENDING);

    private final Map<DayAndName, Candidate> strongest = new HashMap<>();
    private long badLabels;

    private record DayAndName(LocalDate day, String name) {}

    private record Candidate(Instant interval, LabelSet labels) {}

    /**
     * Reads a label table.
     *
     * @param nameColumn the column joined with, {@code node} or {@code namespace}
     * @param isEmptyNameIgnored whether rows named "" join nothing
     */
    static LabelTable of(
            List<RawTable> files,
            String nameColumn,
            String labelColumn,
            boolean isEmptyNameIgnored,
            ReferenceParams params) {
        LabelTable table = new LabelTable();
        for (RawTable file : files) {
            file.require("interval_start");
            file.require(nameColumn);
            for (Map<String, RawValue> cells : file.rows()) {
                RowReading row = new RowReading(cells);
                LabelText.Reading written = row.labels(labelColumn);
                table.badLabels += written.isBad() ? 1 : 0;
                LabelSet labels = written.labels().only(params.enabledKeys());
                Optional<String> name = row.name(nameColumn).filter(each -> !(isEmptyNameIgnored && each.isEmpty()));
                if (name.isPresent() && row.interval().isPresent()) {
                    table.offer(name.get(), new Candidate(row.interval().get(), labels), params);
                }
            }
        }
        return table;
    }

    private void offer(String name, Candidate candidate, ReferenceParams params) {
        LocalDate day = UtcDay.of(candidate.interval());
        if (params.isInRange(day)) {
            strongest.merge(
                    new DayAndName(day, name),
                    candidate,
                    (one, other) -> STRENGTH.compare(one, other) >= 0 ? one : other);
        }
    }

    long badLabels() {
        return badLabels;
    }

    LabelSet labelsOf(LocalDate day, Optional<String> name) {
        return name.flatMap(each -> Optional.ofNullable(strongest.get(new DayAndName(day, each))))
                .map(Candidate::labels)
                .orElse(LabelSet.EMPTY);
    }
}
