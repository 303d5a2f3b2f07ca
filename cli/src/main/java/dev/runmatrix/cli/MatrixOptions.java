// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.matrix.Filters;
import dev.runmatrix.harness.matrix.Limits;
import dev.runmatrix.harness.matrix.MatrixExpansion;
import dev.runmatrix.harness.matrix.MatrixFile;
import dev.runmatrix.harness.matrix.MatrixSpecReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            description = "The matrix. Default: run-matrix.yaml beside the program.")
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
        requireBetween(1, 100_000, "--max-cells", maxCells);
        Limits limits = Limits.DEFAULT.withCells(maxCells);
        Path path = file == null ? shown(home.matrixFile()) : file;
        try {
            Filters filters = Filters.parse(only, skip);
            MatrixFile read =
                    new MatrixSpecReader(datasets, shippedJvmArgs, limits).read(path, Optional.ofNullable(profile));
            MatrixFile matrix =
                    forks == null ? read : read.with(read.spec().protocol().withForks(forks));
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

    private void requireBetween(int least, int most, String option, @Nullable Integer value) {
        if (value != null && (value < least || value > most) && command != null) {
            String wayOut = value < least ? least + " or more" : most + " or less";
            throw new ParameterException(
                    command.commandLine(), option + ": " + value + " is not allowed; use " + wayOut);
        }
    }

    /** The shorter of absolute and relative to the working directory. */
    private static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
