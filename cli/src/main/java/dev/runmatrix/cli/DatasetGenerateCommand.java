// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.datasets.Dataset;
import dev.runmatrix.datasets.DatasetCatalog;
import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.Manifest;
import dev.runmatrix.datasets.StoredDataset;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run-matrix dataset generate}. */
@Command(
        name = "generate",
        description = "Makes datasets; those that are here already are left as they are.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "With --set a variant is made, named after what differs: tiny+layout-koku.",
            "The variant's name is understood wherever the name of a dataset is.",
            "Parameters: profile=A|B nodes namespaces pods days start=2025-10-01 seed",
            "  values=constant|varied|decimal labels=plain|rich label_rows=per-node|per-pod",
            "  absent blank_node null_labels bad_json last_day_only (shares from 0 to 1)",
            "  layout=poc|koku order=hour-major|pod-major row_group_rows",
            "  codec=uncompressed|snappy|gzip|zstd",
            "",
            "Examples:",
            "  ./run-matrix dataset generate 20k 100k",
            "  ./run-matrix dataset generate production-medium --threads 2",
            "  ./run-matrix dataset generate 20k --set layout=koku --set codec=zstd"
        })
final class DatasetGenerateCommand implements Callable<Integer> {

    /** More writers at once than the heap of this command has room for. */
    private static final int MOST_THREADS = 12;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "Names, see 'dataset list'.")
    private List<String> names = List.of();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes a parameter and so makes a variant; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Files written at the same time; default: one for each processor, at most 12.")
    private int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);

    @Option(names = "--force", description = "Makes the dataset again even if it is here.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--threads: " + threads + " is not allowed, use 1 or more");
        }
        DatasetStore store = new DatasetStore(Home.current().datasets());
        try {
            DatasetCatalog catalog = DatasetCatalog.builtIn();
            for (String name : names) {
                make(store, catalog.find(name).with(settings));
            }
        } catch (DatasetException e) {
            throw DatasetCommand.failure(e);
        }
        return ExitCode.OK.status();
    }

    private void make(DatasetStore store, Dataset dataset) throws DatasetException {
        PrintWriter out = spec.commandLine().getOut();
        if (!force) {
            Optional<StoredDataset> stored = store.find(dataset);
            if (stored.isPresent()) {
                out.printf(
                        "%s is here already: %s%n", dataset.name(), stored.get().directory());
                out.flush();
                return;
            }
        }
        long began = System.nanoTime();
        StoredDataset made;
        try (ProgressBar bar = ProgressBar.onStandardError(dataset.name(), "rows")) {
            made = store.generate(dataset, threads, bar::update);
        }
        out.println(made(made, (System.nanoTime() - began) / 1e9));
        out.flush();
    }

    private static String made(StoredDataset stored, double seconds) {
        Manifest manifest = stored.manifest();
        return String.format(
                Locale.ROOT,
                "%s: %,d pod rows, %,d output rows, %d files, %s, made in %.1f s%n  %s",
                stored.name(),
                manifest.rows().podUsage(),
                manifest.outputRows().getAsLong(),
                manifest.files().size(),
                DatasetListCommand.size(manifest.bytes()),
                seconds,
                stored.directory());
    }
}
