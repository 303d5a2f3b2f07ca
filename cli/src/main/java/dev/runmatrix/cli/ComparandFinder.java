// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.Baseline;
import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.BaselineStore;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds what is to be compared: a baseline by its name, a baseline's file, or a run as {@link RunFinder} does. */
final class ComparandFinder {

    private final Home home;
    private final BaselineStore baselines;

    ComparandFinder(Home home) {
        this.home = home;
        this.baselines = new BaselineStore(home.baselines());
    }

    /** What somebody calls so; the name of a baseline comes before that of a run. */
    Comparand find(String name) throws CommandFailure {
        Optional<Path> file = BaselineName.of(name)
                .filter(baselines::has)
                .map(baselines::file)
                .or(() -> file(name));
        return file.isPresent() ? baseline(file.get()) : run(name);
    }

    private static Optional<Path> file(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A baseline in a file. */
    static Comparand baseline(Path file) throws CommandFailure {
        try {
            Baseline baseline = BaselineStore.read(file);
            return new Comparand("baseline " + baseline.name(), baseline.stored(file));
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, file + ": cannot be read: " + e.getMessage());
        }
    }

    private Comparand run(String name) throws CommandFailure {
        return run(directory(name));
    }

    /** A run in its folder. */
    static Comparand run(Path directory) throws CommandFailure {
        try {
            StoredRun stored = RunStore.read(directory);
            return new Comparand("run " + stored.run().id(), stored);
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, directory + ": cannot be read: " + e.getMessage());
        }
    }

    private Path directory(String name) throws CommandFailure {
        try {
            return new RunFinder(home.results()).find(name);
        } catch (CommandFailure e) {
            throw e.code() == ExitCode.USAGE ? new CommandFailure(e.code(), unknown(e)) : e;
        }
    }

    private String unknown(CommandFailure noRun) throws CommandFailure {
        List<BaselineName> names;
        try {
            names = baselines.names();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, home.baselines() + ": cannot be listed: " + e.getMessage());
        }
        String known = names.isEmpty()
                ? "there is no baseline either"
                : "baselines are "
                        + String.join(
                                ", ", names.stream().map(BaselineName::text).toList());
        return noRun.getMessage() + "; " + known;
    }
}
