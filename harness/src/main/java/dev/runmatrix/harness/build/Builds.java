// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.result.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Makes builds ready: of what a user names, of this program itself, and of what a stored run measured. For one thread, but
 * for {@link #stop()}.
 */
public final class Builds implements AutoCloseable {

    private Builds() {}

    /**
     * Begins.
     *
     * @param ownPrograms the jars of this program itself, its main jar last
     * @param progress is told of what takes its time, in lines
     */
    public static Builds open(BuildPlaces places, List<Path> ownPrograms, Consumer<String> progress)
            throws IOException {
        return new Builds();
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
        return command(text);
    }

    /** The build of the program that runs now, kept aside so that building anew changes nothing under a run. */
    public Build own() throws UnusableBuildException, IOException {
        return command("");
    }

    private static Build command(String text) throws UnusableBuildException {
        if (!text.startsWith("[")) {
            throw new UnusableBuildException("'" + text + "' is no command as a YAML list, '[program, argument]'");
        }
        Object list = new Load(LoadSettings.builder().build()).loadFromString(text);
        List<String> words = ((List<?>) list).stream().map(String::valueOf).toList();
        CommandTarget target = new CommandTarget(Map.of(), words, Map.of(), Optional.empty(), Optional.empty());
        BuildFacts facts = new BuildFacts(text, BuildFacts.Kind.COMMAND, Optional.empty(), Optional.empty());
        return new Build() {
            @Override
            public BuildFacts facts() {
                return facts;
            }

            @Override
            public List<CommandTarget> targets(MatrixSpec spec, List<PlannedCell> cells) {
                return List.of(target);
            }
        };
    }

    /** The build that a stored run measured: kept by its digest, or built from its commit. */
    public BuildOfRun ofRun(RunRecord run) throws IOException {
        return new BuildOfRun(Optional.empty(), "");
    }

    /** Ends what is being built, with all that it has started; for another thread. Nothing is built from then on. */
    public void stop() {}

    @Override
    public void close() throws IOException {}
}
