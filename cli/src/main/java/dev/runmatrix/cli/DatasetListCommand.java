// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.datasets.Dataset;
import dev.runmatrix.datasets.DatasetCatalog;
import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.StoredDataset;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-matrix dataset list}. */
@Command(
        name = "list",
        description = "Shows the catalogue and what of it is on this machine.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Sizes with ~ are estimates; output rows are those of a daily summary, and not",
            "known before one is made where data was imported.",
            "",
            "Examples:",
            "  ./run-matrix dataset list",
            "  ./run-matrix dataset list --format json"
        })
final class DatasetListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private ResultsFormat format = ResultsFormat.TABLE;

    @Override
    public Integer call() throws CommandFailure {
        PrintWriter out = spec.commandLine().getOut();
        List<ListedDataset> datasets = datasets();
        if (format == ResultsFormat.JSON) {
            out.println(ListingJson.of(datasets));
        } else {
            table(datasets).lines(Paint.of(out)).forEach(out::println);
        }
        out.flush();
        return ExitCode.OK.status();
    }

    private static List<ListedDataset> datasets() throws CommandFailure {
        DatasetCatalog catalog = DatasetCatalog.builtIn();
        DatasetStore store = new DatasetStore(Home.current().datasets());
        List<ListedDataset> datasets = new ArrayList<>();
        catalog.datasets().forEach(dataset -> datasets.add(listed(store, dataset)));
        try {
            store.list().stream()
                    .filter(stored -> !catalog.names().contains(stored.name()))
                    .forEach(stored -> datasets.add(ListedDataset.of(stored, state(catalog, stored))));
        } catch (DatasetException e) {
            throw DatasetCommand.failure(e);
        }
        return datasets;
    }

    private static TextTable table(List<ListedDataset> datasets) {
        TextTable table = new TextTable(
                Column.flexible("NAME").atLeast(28),
                Column.right("POD ROWS").atLeast(12),
                Column.right("OUTPUT ROWS").atLeast(12),
                Column.right("SIZE").atLeast(10),
                Column.state("STATE"));
        datasets.forEach(dataset -> table.row(
                dataset.name(),
                String.format(Locale.ROOT, "%,d", dataset.podRows()),
                dataset.outputRows().isPresent()
                        ? String.format(Locale.ROOT, "%,d", dataset.outputRows().getAsLong())
                        : "-",
                (dataset.estimated() ? "~" : "") + size(dataset.bytes()),
                dataset.state()));
        return table;
    }

    private static ListedDataset listed(DatasetStore store, Dataset dataset) {
        try {
            Optional<StoredDataset> stored = store.find(dataset.name());
            return stored.map(found -> ListedDataset.of(found, state(found, found.isCurrent(dataset))))
                    .orElseGet(() -> ListedDataset.planned(dataset, "not made"));
        } catch (DatasetException e) {
            return ListedDataset.planned(dataset, "damaged");
        }
    }

    /** Of a variant, or of what an older catalogue knew. */
    private static String state(DatasetCatalog catalog, StoredDataset stored) {
        try {
            return stored.manifest().imported().isPresent()
                    ? state(stored, true)
                    : state(stored, stored.isCurrent(catalog.find(stored.name())));
        } catch (DatasetException e) {
            return "unknown";
        }
    }

    private static String state(StoredDataset stored, boolean current) {
        try {
            stored.requireFiles();
            if (stored.manifest().imported().isPresent()) {
                return "imported";
            }
            return current ? "ready" : "outdated";
        } catch (DatasetException e) {
            return "damaged";
        }
    }

    static String size(long bytes) {
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.0f kB", bytes / 1e3);
        }
        return String.format(Locale.ROOT, bytes < 10_000_000 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
    }
}
