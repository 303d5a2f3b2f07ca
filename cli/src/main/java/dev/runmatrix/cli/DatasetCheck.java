// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.StoredDataset;
import dev.runmatrix.harness.doctor.Check;
import dev.runmatrix.harness.doctor.Hindrance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the datasets of a plan are there, or how long and large they will be. */
final class DatasetCheck {

    /** Of two cores of a server processor at work; an assumption. */
    private static final long ROWS_MADE_PER_SECOND = 300_000;

    private static final String NAME = "datasets";

    private DatasetCheck() {}

    static Check of(Home home, List<KnownDataset> datasets) {
        List<KnownDataset> missing = datasets.stream().filter(d -> !d.made()).toList();
        Optional<String> damage = damage(new DatasetStore(home.datasets()), datasets);
        if (damage.isPresent()) {
            return Check.problem(Hindrance.DATA, NAME, "not whole", "whole", damage.get());
        }
        String found = datasets.size() - missing.size() + " of " + datasets.size() + " made";
        return missing.isEmpty()
                ? Check.ok(NAME, found, "all made")
                : new Check(
                        NAME,
                        Check.Level.OK,
                        found,
                        Optional.of("all made"),
                        Optional.of(announcement(missing)),
                        Optional.empty());
    }

    private static String announcement(List<KnownDataset> missing) {
        String names = missing.stream()
                .map(d -> d.name() + ", about " + Amounts.bytes(d.bytes()))
                .collect(Collectors.joining("; "));
        long rows = missing.stream().mapToLong(KnownDataset::podRows).sum();
        Duration making = Duration.ofMillis(1000 * rows / ROWS_MADE_PER_SECOND);
        return "A run makes them first, which takes about " + Amounts.duration(making) + ": " + names + ".";
    }

    private static Optional<String> damage(DatasetStore store, List<KnownDataset> datasets) {
        try {
            for (KnownDataset dataset : datasets) {
                Optional<StoredDataset> stored = dataset.made() ? store.find(dataset.name()) : Optional.empty();
                if (stored.isPresent()) {
                    stored.get().requireFiles();
                }
            }
            return Optional.empty();
        } catch (DatasetException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
