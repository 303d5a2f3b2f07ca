// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import dev.runmatrix.harness.trial.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the program of a commit, unless that was done before, in a checkout that is removed again. */
final class RevisionBuilder {

    /** What {@code ./run-matrix} builds with: the jars alone. */
    static final List<String> MAVEN = List.of("mvn", "--batch-mode", "-Dquick", "-Dmaven.test.skip=true", "package");

    private static final String JAR = "cli/target/" + ProgramJar.NAME;

    private final BuildStore store;
    private final Checkouts checkouts;
    private final List<String> command;

    RevisionBuilder(BuildStore store, Checkouts checkouts, List<String> command) {
        this.store = store;
        this.checkouts = checkouts;
        this.command = List.copyOf(command);
    }

    /** The build of a commit; for one process at a time. */
    KeptBuild build(Repository repository, String commit, String given) throws IOException, UnusableBuildException {
        Optional<KeptBuild> made = store.ofCommit(commit);
        if (made.isPresent()) {
            return made.get();
        }
        try {
            Path checkout = checkouts.make(repository, commit, commit, given);
            checkouts.build(program(checkout), commit, given);
            Path jar = checkout.resolve(JAR);
            if (!Files.isRegularFile(jar)) {
                throw new UnusableBuildException(given + ": commit " + commit + " was built, and there is no " + JAR
                        + "; give a revision of run-matrix that makes one");
            }
            return store.keep(ProgramJar.at(jar), Optional.of(commit));
        } finally {
            checkouts.remove(repository, commit);
        }
    }

    private Invocation program(Path checkout) {
        // Without it Maven looks for its settings in the folders above, where another checkout has some.
        return new Invocation(command, Map.of("MAVEN_BASEDIR", checkout.toString()), Optional.of(checkout.toString()));
    }
}
