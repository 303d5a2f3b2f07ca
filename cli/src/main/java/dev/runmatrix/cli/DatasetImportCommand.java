// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.ImportNames;
import dev.runmatrix.datasets.ImportRequest;
import dev.runmatrix.datasets.ImportResult;
import dev.runmatrix.datasets.Manifest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run-matrix dataset import}. */
@Command(
        name = "import",
        description = "Makes a dataset of CSV files of nise, or of Parquet files.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A CSV file, compressed or not, is known by its columns: pod usage, node labels",
            "or namespace labels. Others, storage among them, are named and ignored. A row",
            "that cannot be read fails the import, with its file and line.",
            "",
            "Without --params all label keys that are found form groups, and there are no",
            "cost categories.",
            "",
            "Exit status: 0 imported, 2 wrong arguments, or the name is taken, 65 nothing",
            "that can be imported, 74 a file cannot be read or written, 75 in use.",
            "",
            "Examples:",
            "  ./run-matrix dataset import nise-output",
            "  ./run-matrix dataset import nise-output --name october --params params.json"
        })
final class DatasetImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", arity = "1", description = "Folder of the files, or one file.")
    private Path source = Path.of(".");

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the dataset. Default: that of the folder.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--params",
            paramLabel = "FILE",
            description = "What a summary is asked for: label keys, cost categories, days, as 'aggregate' takes it.")
    private Optional<Path> params = Optional.empty();

    @Option(names = "--force", description = "Replaces a dataset of this name that was imported before.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        String chosen = name.orElseGet(() -> ImportNames.of(source.toString()));
        ImportRequest request = new ImportRequest(chosen, source, params, force, false);
        long began = System.nanoTime();
        ImportResult result;
        try (ProgressBar bar = ProgressBar.onStandardError(chosen, "bytes")) {
            result = new DatasetStore(Home.current().datasets()).importFrom(request, bar::update);
        } catch (DatasetException e) {
            throw DatasetCommand.failure(e);
        }
        result.notes().forEach(note -> spec.commandLine().getErr().println("run-matrix: " + note));
        PrintWriter out = spec.commandLine().getOut();
        out.println(imported(result, (System.nanoTime() - began) / 1e9));
        out.flush();
        return ExitCode.OK.status();
    }

    private static String imported(ImportResult result, double seconds) {
        Manifest manifest = result.dataset().manifest();
        long rows = manifest.rows().podUsage()
                + manifest.rows().nodeLabels()
                + manifest.rows().namespaceLabels();
        return String.format(
                Locale.ROOT,
                "%s: %,d pod rows, %,d rows of labels, %d files, %s, imported in %.1f s%n  %s",
                result.dataset().name(),
                manifest.rows().podUsage(),
                rows - manifest.rows().podUsage(),
                manifest.fileCount(),
                DatasetListCommand.size(manifest.bytes()),
                seconds,
                result.dataset().directory());
    }
}
