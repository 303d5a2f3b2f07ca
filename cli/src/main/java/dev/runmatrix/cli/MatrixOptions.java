// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.matrix.Filters;
import dev.runmatrix.harness.matrix.Limits;
import dev.runmatrix.harness.matrix.MatrixExpansion;
import dev.runmatrix.harness.matrix.MatrixFile;
import dev.runmatrix.harness.matrix.MatrixSpecReader;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The arguments that say what to measure, the same for {@code run} and {@code plan}. */
final class MatrixOptions {

    private static final int DRAWN_SEEDS = 1_000_000;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description =
                    "The matrix. Default: run-matrix.yaml beside the program. A stored run that is gone on with has its "
                            + "own; then only the folder of the file counts, in which other programs run.")
    private @Nullable Path file;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Profile of the matrix to lay over its top level: smoke, nightly, release, or your own.")
    private @Nullable String profile;

    @Option(
            names = "--only",
            paramLabel = "AXIS=VALUE[,AXIS=VALUE]",
            description = "Measures the cells that have all of these values. Given twice: those that match either.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--skip",
            paramLabel = "AXIS=VALUE[,AXIS=VALUE]",
            description = "Leaves out the cells that have all of these values. May be given several times.")
    private List<String> skip = new ArrayList<>();

    @Option(names = "--forks", paramLabel = "N", description = "Counted forks a cell, instead of the file's.")
    private @Nullable Integer forks;

    @Option(
            names = "--max-forks",
            paramLabel = "N",
            description = "The most counted forks a cell, where looks may ask for more than the first ones.")
    private @Nullable Integer maxForks;

    @Option(
            names = "--budget",
            paramLabel = "DURATION",
            description = "The most time for measuring, as " + Quantity.DURATIONS
                    + "; what is not made then, --resume makes later.")
    private @Nullable String budget;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the order of forks. Default: the file's, or drawn for each run.")
    private @Nullable Long seed;

    @Option(
            names = "--max-cells",
            paramLabel = "N",
            description = "Cells that a matrix may come to. Default: ${DEFAULT-VALUE}.")
    private int maxCells = Limits.DEFAULT.cells();

    /**
     * Reads and plans the matrix.
     *
     * @param datasets names of the datasets that exist
     * @param shippedJvmArgs flags of measured JVMs where the file gives none
     * @throws CommandFailure with everything that is wrong with the file or the arguments
     */
    PlannedMatrix plan(Home home, Set<String> datasets, List<String> shippedJvmArgs) throws CommandFailure {
        requireBetween(1, 1_000, "--forks", forks);
        requireBetween(1, 1_000, "--max-forks", maxForks);
        Optional<Duration> limit = budget();
        requireBetween(1, 100_000, "--max-cells", maxCells);
        Limits limits = limits();
        Path path = file == null ? shown(home.matrixFile()) : file;
        try {
            Filters filters = filters();
            MatrixFile read = new MatrixSpecReader(datasets, shippedJvmArgs, ShippedEngine.of(home), limits)
                    .read(path, Optional.ofNullable(profile));
            MatrixFile matrix = read.with(protocol(read.spec().protocol(), limit));
            boolean drawn = seed == null && matrix.seed().isEmpty();
            long used =
                    seed != null ? seed : matrix.seed().orElseGet(() -> new SplittableRandom().nextInt(1, DRAWN_SEEDS));
            return new PlannedMatrix(matrix, new MatrixExpansion(limits).plan(matrix, filters), used, drawn);
        } catch (ConfigException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, path + ": cannot be read: " + e.getMessage());
        }
    }

    /** The time for measuring that was given, absent where none was. */
    Optional<Duration> budget() {
        Optional<String> text = Optional.ofNullable(budget);
        Optional<Duration> limit = text.flatMap(Quantity::duration).filter(duration -> duration.toMillis() > 0);
        if (text.isPresent() && limit.isEmpty()) {
            throw wrong("--budget: '" + text.get() + "' is no duration; write it as " + Quantity.DURATIONS);
        }
        return limit;
    }

    /** How large a matrix may be. */
    Limits limits() {
        return Limits.DEFAULT.withCells(maxCells);
    }

    /** The number of forks that was given, absent where none was. */
    Optional<Integer> forks() {
        requireBetween(1, 1_000, "--forks", forks);
        return Optional.ofNullable(forks);
    }

    /** Which cells were chosen. */
    Filters filters() throws CommandFailure {
        try {
            return Filters.parse(only, skip);
        } catch (ConfigException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private Protocol protocol(Protocol given, Optional<Duration> limit) {
        Protocol counted = forks == null ? given : given.withForks(forks);
        Protocol limited = limit.map(counted::withBudget).orElse(counted);
        if (maxForks == null) {
            return limited;
        }
        if (maxForks < limited.forks()) {
            throw wrong("--max-forks: " + maxForks + " is less than the first " + limited.forks()
                    + " forks of a cell; use " + limited.forks() + " or more");
        }
        return limited.withMaxForks(maxForks);
    }

    private ParameterException wrong(String what) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), what);
    }

    /** The folder of the matrix file, in which other programs run. */
    Path folder(Home home) {
        Path path = file == null ? home.matrixFile() : file;
        return Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(home.root());
    }

    private void requireBetween(int least, int most, String option, @Nullable Integer value) {
        if (value != null && (value < least || value > most)) {
            String wayOut = value < least ? least + " or more" : most + " or less";
            throw wrong(option + ": " + value + " is not allowed; use " + wayOut);
        }
    }

    /** The shorter of absolute and relative to the working directory. */
    private static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
