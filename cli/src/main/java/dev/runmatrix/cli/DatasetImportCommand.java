// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.params.ParamsReader;
import dev.runmatrix.aggregator.storage.LocalStorage;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.UnusableFileException;
import dev.runmatrix.datasets.DataPlace;
import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.ImportNames;
import dev.runmatrix.datasets.ImportRequest;
import dev.runmatrix.datasets.ImportResult;
import dev.runmatrix.datasets.Manifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
            "cost categories. Parquet files, in folders as Koku or the proof of concept lay",
            "them out, need --params. They get a second name in the store (a hard link) or",
            "are copied; with --in-place they stay where they are, and size, time and footer",
            "of each are recorded.",
            "",
            "Exit status: 0 imported, 2 wrong arguments, or the name is taken, 65 nothing",
            "that can be imported, 74 a file cannot be read or written, 75 in use.",
            "",
            "Examples:",
            "  ./run-matrix dataset import nise-output",
            "  ./run-matrix dataset import nise-output --name october --params params.json",
            "  ./run-matrix dataset import parquet --params params.json --in-place",
            "  ./run-matrix dataset import s3://bucket/data --name lake --params p.json \\",
            "    --in-place"
        })
final class DatasetImportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR|URL",
            arity = "1",
            description = "Folder of the files, or one CSV file; with --in-place also s3://BUCKET/KEY.")
    private String source = ".";

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the dataset. Default: that of the folder.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--params",
            paramLabel = "FILE",
            description = "What a summary is asked for: label keys, cost categories, days, as 'aggregate' takes it.")
    private Optional<Path> params = Optional.empty();

    @Option(
            names = "--in-place",
            description = "Parquet files stay where they are; they may not change as long as the dataset is used.")
    private boolean inPlace;

    @Option(names = "--force", description = "Replaces a dataset of this name that was imported before.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        if (params.isPresent()) {
            requireParams(params.get());
        }
        long began = System.nanoTime();
        ImportResult result = ObjectPlace.isMeantBy(source) ? importFar() : importFrom(local());
        result.notes().forEach(note -> spec.commandLine().getErr().println("run-matrix: " + note));
        PrintWriter out = spec.commandLine().getOut();
        out.println(imported(result, (System.nanoTime() - began) / 1e9));
        out.flush();
        return ExitCode.OK.status();
    }

    private ImportResult importFar() throws CommandFailure {
        if (!inPlace) {
            throw new CommandFailure(
                    ExitCode.USAGE, source + ": objects are imported with --in-place alone; they stay in their bucket");
        }
        try (ObjectPlace place = ObjectPlace.connect(source)) {
            return importFrom(request(Path.of("."), Optional.of(place)));
        }
    }

    private ImportRequest local() throws CommandFailure {
        try {
            Path folder = Path.of(source);
            if (inPlace && !Files.isDirectory(folder)) {
                throw new CommandFailure(ExitCode.USAGE, folder + ": is no folder; --in-place takes one");
            }
            return request(folder, inPlace ? Optional.of(ImportRequest.placeOf(folder)) : Optional.empty());
        } catch (InvalidPathException e) {
            throw new CommandFailure(ExitCode.USAGE, "no path: " + e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, source + ": cannot be read: " + e.getMessage());
        }
    }

    private ImportRequest request(Path folder, Optional<DataPlace> place) {
        return new ImportRequest(name.orElseGet(() -> ImportNames.of(source)), folder, params, force, place);
    }

    private static ImportResult importFrom(ImportRequest request) throws CommandFailure {
        try (ProgressBar bar = ProgressBar.onStandardError(request.name(), "bytes")) {
            return new DatasetStore(Home.current().datasets()).importFrom(request, bar::update);
        } catch (DatasetException e) {
            if (e.getCause() instanceof UnusableFileException unusable) {
                throw new CommandFailure(ExitCode.DATA, String.valueOf(unusable.getMessage()));
            }
            throw DatasetCommand.failure(e);
        }
    }

    /** A file that the aggregator refuses would make a dataset that nobody can use. */
    private static void requireParams(Path file) throws CommandFailure {
        try {
            ParamsReader.read(Location.of(file), new LocalStorage());
        } catch (BadInputException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, file + ": cannot be read: " + e.getMessage());
        }
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
