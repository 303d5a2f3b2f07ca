// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.projection;

import dev.runmatrix.harness.result.LedgerLine;
import dev.runmatrix.harness.result.Projection;
import dev.runmatrix.harness.result.ProjectionClosing;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of a ledger, put together. Of two lines that say the same of one projection, as merging two branches may leave
 * them, the first counts.
 *
 * @param entries projections in the order in which they were made
 * @param record what the closed ones come to
 */
public record Ledger(List<Entry> entries, TrackRecord record) {

    /**
     * A projection and its end.
     *
     * @param made the projection
     * @param end how it ended; absent while it is open
     */
    public record Entry(Projection made, Optional<ProjectionClosing> end) {

        public boolean isOpen() {
            return end.isEmpty();
        }
    }

    public Ledger {
        entries = List.copyOf(entries);
    }

    /** A whole ledger: an end whose projection nobody wrote down before proves nothing, and is left out. */
    public static Ledger of(List<LedgerLine> lines) {
        Set<String> made = new HashSet<>();
        lines.stream().filter(line -> line instanceof Projection).forEach(line -> made.add(line.id()));
        return ofCopy(lines.stream().filter(line -> made.contains(line.id())).toList());
    }

    /** What a run keeps of a ledger: of projections that other runs closed there are the ends alone, and these count. */
    public static Ledger ofCopy(List<LedgerLine> lines) {
        Map<String, Projection> made = new LinkedHashMap<>();
        Map<String, ProjectionClosing> ends = new LinkedHashMap<>();
        for (LedgerLine line : lines) {
            if (line instanceof Projection projection) {
                made.putIfAbsent(projection.id(), projection);
            } else if (line instanceof ProjectionClosing closing) {
                ends.putIfAbsent(closing.id(), closing);
            }
        }
        List<Entry> entries = made.values().stream()
                .map(projection -> new Entry(projection, Optional.ofNullable(ends.get(projection.id()))))
                .toList();
        return new Ledger(entries, TrackRecord.of(List.copyOf(ends.values())));
    }

    public List<Projection> open() {
        return entries.stream().filter(Entry::isOpen).map(Entry::made).toList();
    }
}
