// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import dev.runmatrix.harness.matrix.CommandText;
import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.trial.Errands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes builds ready: of what a user names, of this program itself, and of what a stored run measured. For one thread, but
 * for {@link #stop()}.
 */
public final class Builds implements AutoCloseable {

    private static final int LONGEST_SHOWN = 200;
    private static final String FORMS = "give the path of a run-matrix.jar with its libraries beside it, a git revision"
            + " such as HEAD~1 or a tag, or a command as a YAML list, '[program, \"{out}\"]'";

    private final BuildPlaces places;
    private final List<Path> ownPrograms;
    private final Consumer<String> progress;
    private final Errands errands;
    private final BuildStore store;
    private final RevisionBuilder revisions;
    private final CommandCheckouts commandCheckouts;

    private Builds(BuildPlaces places, List<Path> ownPrograms, Consumer<String> progress, List<String> buildCommand)
            throws IOException {
        this.places = places;
        this.ownPrograms = List.copyOf(ownPrograms);
        this.progress = progress;
        this.errands = Errands.open(places.home(), Repository.VARIABLES);
        this.store = new BuildStore(places.store());
        Checkouts checkouts = new Checkouts(places.store(), errands, progress);
        this.revisions = new RevisionBuilder(store, checkouts, buildCommand);
        this.commandCheckouts = new CommandCheckouts(checkouts, places.matrixFolder());
    }

    /**
     * Begins.
     *
     * @param ownPrograms the jars of this program itself, its main jar last
     * @param progress is told of what takes its time, in lines
     */
    public static Builds open(BuildPlaces places, List<Path> ownPrograms, Consumer<String> progress)
            throws IOException {
        return new Builds(places, ownPrograms, progress, RevisionBuilder.MAVEN);
    }

    /** As {@link #open}, with another program that builds a checkout of this program. */
    static Builds open(BuildPlaces places, List<Path> ownPrograms, Consumer<String> progress, List<String> buildCommand)
            throws IOException {
        return new Builds(places, ownPrograms, progress, buildCommand);
    }

    /**
     * The build that a text names: a command as a YAML list, the path of a jar, or a git revision, which is built now
     * unless that was done before.
     *
     * @param spec the matrix of which some cells are to measure it
     * @param cells those cells, as their matrix has them
     * @throws UnusableBuildException if the text names none, it cannot be built, or {@link #stop()} was called meanwhile
     */
    public Build of(String text, MatrixSpec spec, List<PlannedCell> cells) throws UnusableBuildException, IOException {
        if (text.isBlank()) {
            throw new UnusableBuildException("no build is named; " + FORMS);
        }
        if (text.strip().startsWith("[")) {
            return command(text, spec);
        }
        Optional<Path> file = file(text);
        Build build = file.isPresent() ? jar(text, file.get()) : revision(text, spec, cells);
        // What does not fit the cells is to come to light before anything is measured.
        build.targets(spec, cells);
        return build;
    }

    /** The build of the program that runs now, kept aside so that building anew changes nothing under a run. */
    public Build own() throws UnusableBuildException, IOException {
        ProgramJar program = BuildStore.program(ownPrograms);
        KeptBuild kept = locked(() -> store.keep(program, Optional.empty()));
        Optional<Repository> repository = Repository.of(places.home(), errands);
        Optional<String> commit = repository.isPresent() ? repository.get().cleanCommit() : Optional.empty();
        return jar(kept, "this program", BuildFacts.Kind.OWN, commit);
    }

    /** The build that a stored run measured: kept by its digest, or built from its commit. */
    public BuildOfRun ofRun(RunRecord run) throws IOException {
        if (run.builds().isPresent()) {
            return none("is not one: the run measured two builds in turns");
        }
        if (run.plan().cells().stream()
                .allMatch(cell -> run.spec().commandOf(cell.cell()).isPresent())) {
            return none("is not known: the run measured commands");
        }
        Environment environment = run.environment();
        String given = "build of run " + run.id();
        Optional<KeptBuild> kept = store.find(environment.buildDigest());
        if (kept.isPresent()) {
            Optional<String> commit = environment.gitDirty() ? Optional.empty() : environment.gitCommit();
            return new BuildOfRun(
                    Optional.of(jar(kept.get(), given, BuildFacts.Kind.JAR, commit)), "is kept in " + places.store());
        }
        return ofCommit(environment, given);
    }

    private BuildOfRun ofCommit(Environment environment, String given) throws IOException {
        if (environment.gitCommit().isEmpty()) {
            return none("is not kept, and no commit is known that it was built from");
        }
        String commit = environment.gitCommit().get();
        if (environment.gitDirty()) {
            return none("is not kept, and it was built from a tree with changes that were not committed");
        }
        Optional<Repository> repository = Repository.of(places.home(), errands);
        Optional<String> there = repository.isPresent() ? repository.get().commit(commit) : Optional.empty();
        if (there.isEmpty()) {
            return none("is not kept, and its commit " + commit + " is not in the repository of " + places.home());
        }
        try {
            Build build = built(repository.get(), there.get(), given);
            boolean same = build.facts()
                    .digest()
                    .filter(environment.buildDigest()::equals)
                    .isPresent();
            return new BuildOfRun(
                    Optional.of(build),
                    "is built from its commit " + Checkouts.shortened(there.get())
                            + (same ? ", the same to the byte" : ", not the same to the byte"));
        } catch (UnusableBuildException e) {
            return none("is not kept, and cannot be built: " + e.getMessage());
        }
    }

    /** Ends what is being built, with all that it has started; for another thread. Nothing is built from then on. */
    public void stop() {
        errands.stop();
    }

    @Override
    public void close() throws IOException {
        errands.close();
    }

    private static Build command(String text, MatrixSpec spec) throws UnusableBuildException {
        try {
            BuildFacts facts = new BuildFacts(text, BuildFacts.Kind.COMMAND, Optional.empty(), Optional.empty());
            return new CommandBuild(facts, CommandText.read(text, spec));
        } catch (ConfigException e) {
            throw new UnusableBuildException(shown(text) + ": is no command: " + e.getMessage() + "; " + FORMS);
        }
    }

    private Build jar(String text, Path file) throws UnusableBuildException, IOException {
        ProgramJar program = ProgramJar.at(file.toRealPath());
        KeptBuild kept = locked(() -> store.keep(program, Optional.empty()));
        return jar(kept, text, BuildFacts.Kind.JAR, kept.commit());
    }

    private Build revision(String text, MatrixSpec spec, List<PlannedCell> cells)
            throws UnusableBuildException, IOException {
        boolean commands =
                cells.stream().anyMatch(cell -> spec.commandOf(cell.cell()).isPresent());
        Path folder = commands ? places.matrixFolder() : places.home();
        Optional<Repository> repository = Repository.of(folder, errands);
        Optional<String> commit = repository.isPresent() ? repository.get().commit(text) : Optional.empty();
        if (commit.isEmpty()) {
            throw new UnusableBuildException(shown(text) + ": is neither a file nor a command, and "
                    + whyNoRevision(repository, folder) + "; " + FORMS);
        }
        if (!commands) {
            return built(repository.get(), commit.get(), text);
        }
        return locked(() -> commandCheckouts.of(repository.get(), commit.get(), text, spec, cells));
    }

    private static String whyNoRevision(Optional<Repository> repository, Path folder) throws IOException {
        if (repository.isEmpty()) {
            return "no revision either, as " + folder + " belongs to no git repository";
        }
        return "no revision of the repository " + repository.get().top()
                + (repository.get().isShallow()
                        ? ", which was cloned without its older commits ('git fetch --unshallow' gets them)"
                        : "");
    }

    private Build built(Repository repository, String commit, String given) throws UnusableBuildException, IOException {
        KeptBuild kept = locked(() -> revisions.build(repository, commit, given));
        return jar(kept, given, BuildFacts.Kind.REVISION, Optional.of(commit));
    }

    private static Build jar(KeptBuild kept, String given, BuildFacts.Kind kind, Optional<String> commit) {
        return new JarBuild(new BuildFacts(given, kind, commit, Optional.of(kept.digest())), kept.jar());
    }

    private static BuildOfRun none(String why) {
        return new BuildOfRun(Optional.empty(), why);
    }

    /** Does what changes the store, while no other process does. */
    private <T> T locked(Change<T> change) throws IOException, UnusableBuildException {
        BuildLock lock = BuildLock.acquire(places.store(), errands::isStopping, progress);
        try {
            return change.make();
        } finally {
            lock.close();
        }
    }

    private static Optional<Path> file(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    /** What changes the store. */
    @FunctionalInterface
    private interface Change<T> {

        T make() throws IOException, UnusableBuildException;
    }
}
