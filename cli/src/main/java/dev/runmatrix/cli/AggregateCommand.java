// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.AggregationResult;
import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.Explainer;
import dev.runmatrix.aggregator.InputException;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.Output;
import dev.runmatrix.aggregator.OutputExistsException;
import dev.runmatrix.aggregator.Setting;
import dev.runmatrix.aggregator.SpillSettings;
import dev.runmatrix.aggregator.postgres.PostgresUrl;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.ObjectAddress;
import dev.runmatrix.aggregator.write.Compression;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-matrix aggregate}. */
@Command(
        name = "aggregate",
        description = "Aggregates hourly pod usage into a daily summary.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A database takes all of the summary in one transaction or, on any failure,",
            "nothing. Replaced are the rows of the source_uuid of the parameters, on all",
            "days from start_date to end_date if both are given, otherwise on the days that",
            "the input has rows of; --force is not needed. The URL is",
            "  postgresql://USER@HOST:PORT/DATABASE?table=SCHEMA.NAME",
            "and may go on with &create=true (make the table if it is missing), sslmode,",
            "sslrootcert, sslcert, sslkey, sslpassword, channel_binding, connect_timeout,",
            "application_name and options. The password is best left to PGPASSWORD or",
            "~/.pgpass: a URL shows in the list of processes.",
            "",
            "Exit status: 0 written, 2 wrong arguments or the output exists, 3 out of",
            "memory, 65 unusable data, 70 a bug, 74 a file or the database cannot be read or",
            "written, 130 or 143 interrupted.",
            "",
            "RUN_MATRIX_JAVA_OPTIONS=-Xmx512m ./run-matrix aggregate ... allows another heap.",
            "",
            "Examples:",
            "  ./run-matrix aggregate --input datasets/data/tiny \\",
            "    --params datasets/data/tiny/params.json --output summary.csv",
            "  ./run-matrix aggregate --input datasets/data/tiny \\",
            "    --params datasets/data/tiny/params.json \\",
            "    --output 'postgresql://me@localhost/costs?table=usage_daily&create=true'"
        })
final class AggregateCommand implements Callable<Integer> {

    private static final int DEFAULT_CHUNK_ROWS = 50_000;

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "DIR|FILE|URL",
            description = "Directories and Parquet files of pod_usage, node_labels and namespace_labels, of this"
                    + " machine or as s3://BUCKET/KEY.")
    private List<String> inputs = List.of();

    @Option(
            names = "--params",
            required = true,
            paramLabel = "FILE|URL",
            description = "Parameters, a JSON file, of this machine or as s3://BUCKET/KEY.")
    private String params = "params.json";

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE|URL",
            description = "Summary to write: a file whose name ends in .csv or .parquet, or a table of a"
                    + " PostgreSQL database.")
    private String output = "summary.csv";

    @Option(
            names = "--compression",
            defaultValue = "snappy",
            paramLabel = "CODEC",
            description = "Of a Parquet output: snappy or zstd (default: ${DEFAULT-VALUE}).")
    private String compression = "snappy";

    @Option(
            names = "--mode",
            defaultValue = "auto",
            paramLabel = "MODE",
            description = "auto, in-memory or streaming (default: ${DEFAULT-VALUE}). auto looks at the footers of the"
                    + " files, the processors and the memory, and says on standard error what it chose.")
    private String mode = "auto";

    @Option(
            names = "--parallel-chunks",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether streaming works on several chunks at once (default: true).")
    private Optional<Boolean> parallelChunks = Optional.empty();

    @Option(
            names = "--max-workers",
            paramLabel = "N",
            description = "Threads at work (default: chosen by auto, else one per processor).")
    private Optional<Integer> maxWorkers = Optional.empty();

    @Option(
            names = "--chunk-size",
            paramLabel = "N",
            description = "Rows of a chunk when streaming (default: chosen by auto, else 50000).")
    private Optional<Integer> chunkSize = Optional.empty();

    @Option(
            names = "--parallel-readers",
            paramLabel = "N",
            description = "Threads that only read, when in memory (default: workers read for themselves).")
    private Optional<Integer> parallelReaders = Optional.empty();

    @Option(
            names = "--state-memory",
            paramLabel = "BYTES",
            converter = ByteCount.class,
            description = "What groups may take in memory, such as 64m or 2g, before they go to temporary files"
                    + " (default: a sixth of the heap).")
    private Optional<Long> stateMemory = Optional.empty();

    @Option(
            names = "--temp-dir",
            paramLabel = "DIR",
            description = "Where temporary files go, if any are needed (default: beside the output).")
    private Optional<Path> tempDir = Optional.empty();

    @Option(names = "--stats", paramLabel = "FILE", description = "Write what was met and how long it took, as JSON.")
    private Optional<Path> stats = Optional.empty();

    @Option(
            names = "--explain",
            description =
                    "Print the plan and do nothing: what there is to read, which days it is of, which settings are"
                            + " used and why. Reads footers only.")
    private boolean explain;

    @Option(names = "--force", description = "Replace an existing output.")
    private boolean force;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    private boolean quiet;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailure {
        AggregationConfig config = config();
        requireUsableStats(config);
        try {
            if (explain) {
                explain(config);
            } else {
                aggregate(config);
            }
            return ExitCode.OK.status();
        } catch (InputException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (OutputExistsException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, output + " exists already; use --force to replace it or name another --output");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, describe(e));
        }
    }

    private void explain(AggregationConfig config) throws InputException, IOException {
        PrintWriter out = command.commandLine().getOut();
        ExplanationText.lines(Explainer.explain(config), Paint.of(out)).forEach(out::println);
        out.flush();
    }

    private void aggregate(AggregationConfig config) throws InputException, IOException {
        try (AggregationWatch watch = watch()) {
            if (stats.isEmpty()) {
                watch.ended(Aggregator.run(config, watch));
                return;
            }
            PhaseMeter meter = new PhaseMeter(watch);
            AggregationResult result = Aggregator.run(config, meter);
            watch.ended(result);
            writeStats(stats.get(), AggregateStats.json(config, result, meter));
        }
    }

    private static void writeStats(Path file, byte[] json) throws IOException {
        try {
            Files.write(file, json);
        } catch (IOException e) {
            throw new IOException(
                    "--stats: " + file + " cannot be written (" + describe(e)
                            + "); the summary itself is written and whole",
                    e);
        }
    }

    private AggregationWatch watch() {
        boolean visible = !quiet && Terminal.watchesStandardError();
        ProgressBar bar = new ProgressBar(System.err, visible, "aggregate", "rows", System::nanoTime);
        PrintWriter out = quiet
                ? new PrintWriter(Writer.nullWriter())
                : command.commandLine().getErr();
        return new AggregationWatch(out, bar, System::nanoTime);
    }

    private AggregationConfig config() throws CommandFailure {
        try {
            return new AggregationConfig(
                    locations("--input", inputs),
                    locations("--params", List.of(params)).get(0),
                    output(),
                    mode(),
                    parallelChunks.orElse(true),
                    maxWorkers.orElseGet(() -> Runtime.getRuntime().availableProcessors()),
                    chunkSize.orElse(DEFAULT_CHUNK_ROWS),
                    parallelReaders.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                    force,
                    spill(),
                    free());
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private static List<Location> locations(String option, List<String> texts) throws CommandFailure {
        List<Location> locations = new ArrayList<>();
        for (String text : texts) {
            try {
                locations.add(Location.parse(text));
            } catch (IllegalArgumentException e) {
                throw usage(option + ": " + e.getMessage());
            }
        }
        return locations;
    }

    private SpillSettings spill() throws CommandFailure {
        if (tempDir.isPresent() && !Files.isDirectory(tempDir.get())) {
            throw usage("--temp-dir: " + tempDir.get() + " is not a directory; create it first or name another");
        }
        return new SpillSettings(stateMemory.map(OptionalLong::of).orElseGet(OptionalLong::empty), tempDir);
    }

    private Output output() throws CommandFailure {
        if (PostgresUrl.isMeantBy(output)) {
            try {
                return Output.database(PostgresUrl.parse(output, System.getenv()));
            } catch (IllegalArgumentException e) {
                throw usage("--output: " + e.getMessage());
            }
        }
        if (ObjectAddress.isMeantBy(output)) {
            throw usage("--output: a summary is not written to S3; name a local file, and copy it when it is whole,"
                    + " or name a table of a PostgreSQL database");
        }
        if (!output.endsWith(".csv") && !output.endsWith(".parquet")) {
            throw usage("--output: " + PostgresUrl.withoutSecrets(output)
                    + " ends in neither .csv nor .parquet, and is no postgresql:// address");
        }
        return Output.file(Path.of(output), compression());
    }

    private Compression compression() throws CommandFailure {
        return Compression.named(compression)
                .orElseThrow(() -> usage("--compression: " + compression + " is not known, use snappy or zstd"));
    }

    /** What the user did not name. */
    private Set<Setting> free() {
        Set<Setting> free = EnumSet.noneOf(Setting.class);
        if (parallelChunks.isEmpty()) {
            free.add(Setting.PARALLEL_CHUNKS);
        }
        if (maxWorkers.isEmpty()) {
            free.add(Setting.MAX_WORKERS);
        }
        if (chunkSize.isEmpty()) {
            free.add(Setting.CHUNK_SIZE);
        }
        return free;
    }

    /** What the stats would replace should not come to light when the work is done. */
    private void requireUsableStats(AggregationConfig config) throws CommandFailure {
        if (stats.isEmpty()) {
            return;
        }
        Path file = stats.get().toAbsolutePath().normalize();
        boolean isOutput = config.output() instanceof Output.SummaryFile summary
                && file.equals(summary.path().toAbsolutePath().normalize());
        if (isOutput) {
            throw usage("--stats: " + stats.get() + " is the output, too; name another file");
        }
        if (isAt(config.params(), file)) {
            throw usage("--stats: " + stats.get() + " holds the parameters; name another file");
        }
        if (Files.isDirectory(file)) {
            throw usage("--stats: " + stats.get() + " is a directory; name a file in it");
        }
        if (file.toString().endsWith(".parquet") || config.inputs().stream().anyMatch(input -> isAt(input, file))) {
            throw usage("--stats: " + stats.get() + " is where data are; name a file that ends in .json");
        }
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw usage("--stats: " + stats.get() + ": its directory does not exist; create it first");
        }
    }

    private static boolean isAt(Location location, Path file) {
        return location.spelledOut().equals(Location.of(file));
    }

    private Mode mode() throws CommandFailure {
        for (Mode known : Mode.values()) {
            if (known.toString().equals(mode)) {
                return known;
            }
        }
        throw usage("--mode: " + mode + " is not known, use auto, in-memory or streaming");
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }

    private static String describe(IOException e) {
        String message = e.getMessage();
        if (message == null) {
            return e.toString();
        }
        // Those of the file system say little but a name.
        return e instanceof FileSystemException ? e.getClass().getSimpleName() + ": " + message : message;
    }
}
