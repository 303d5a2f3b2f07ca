// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.datasets.Dataset;
import dev.runmatrix.datasets.DatasetCatalog;
import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.StoredDataset;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code run-matrix dataset list}. */
@Command(
        name = "list",
        description = "Shows the catalogue and what of it is on this machine.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Sizes with ~ are estimates; output rows are those of a daily summary.",
            "",
            "Example:",
            "  ./run-matrix dataset list"
        })
final class DatasetListCommand implements Callable<Integer> {

    private static final String ROW = "%-28s %12s %12s %10s  %s%n";

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        DatasetCatalog catalog = DatasetCatalog.builtIn();
        DatasetStore store = new DatasetStore(Home.current().datasets());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, ROW, "NAME", "POD ROWS", "OUTPUT ROWS", "SIZE", "STATE");
        for (Dataset dataset : catalog.datasets()) {
            out.print(line(store, dataset));
        }
        try {
            List<StoredDataset> others = store.list().stream()
                    .filter(stored -> !catalog.names().contains(stored.name()))
                    .toList();
            others.forEach(stored -> out.print(line(stored, state(catalog, stored))));
        } catch (DatasetException e) {
            throw DatasetCommand.failure(e);
        }
        out.flush();
        return ExitCode.OK.status();
    }

    private static String line(DatasetStore store, Dataset dataset) {
        try {
            Optional<StoredDataset> stored = store.find(dataset.name());
            return stored.map(found -> line(found, state(found, found.isCurrent(dataset))))
                    .orElseGet(() -> planned(dataset, "not made"));
        } catch (DatasetException e) {
            return planned(dataset, "damaged");
        }
    }

    /** Of a variant, or of what an older catalogue knew. */
    private static String state(DatasetCatalog catalog, StoredDataset stored) {
        try {
            return state(stored, stored.isCurrent(catalog.find(stored.name())));
        } catch (DatasetException e) {
            return "unknown";
        }
    }

    private static String state(StoredDataset stored, boolean current) {
        try {
            stored.requireFiles();
            return current ? "ready" : "outdated";
        } catch (DatasetException e) {
            return "damaged";
        }
    }

    private static String line(StoredDataset stored, String state) {
        return row(
                stored.name(),
                stored.manifest().rows().podUsage(),
                stored.manifest().outputRows(),
                size(stored.manifest().bytes()),
                state);
    }

    private static String planned(Dataset dataset, String state) {
        return row(
                dataset.name(),
                dataset.parameters().podHours(),
                dataset.parameters().cleanOutputRows(),
                "~" + size(dataset.estimatedBytes()),
                state);
    }

    private static String row(String name, long podRows, long outputRows, String size, String state) {
        return String.format(
                Locale.ROOT,
                ROW,
                name,
                String.format(Locale.ROOT, "%,d", podRows),
                String.format(Locale.ROOT, "%,d", outputRows),
                size,
                state);
    }

    static String size(long bytes) {
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.0f kB", bytes / 1e3);
        }
        return String.format(Locale.ROOT, bytes < 10_000_000 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
    }
}
