// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.RunRecord;
import java.util.Optional;

/**
 * What a run measured.
 *
 * @param commit the commit it was built from; absent where that is not known
 * @param dirty whether there were uncommitted changes
 * @param digest SHA-256 over the program's files; absent where cells are programs from outside, of which only the command
 *     is known
 */
public record BuildOfRun(Optional<String> commit, boolean dirty, Optional<String> digest) {

    static BuildOfRun of(RunRecord run) {
        Environment environment = run.environment();
        return new BuildOfRun(
                environment.gitCommit(),
                environment.gitDirty(),
                Optional.of(environment.buildDigest())
                        .filter(digest -> run.spec().commands().isEmpty()));
    }

    /** Whether both are certain to be the same bytes. */
    public boolean isSameAs(BuildOfRun other) {
        return digest.isPresent() && digest.equals(other.digest);
    }

    /** The commit that can be built again; absent where uncommitted changes were measured, too. */
    public Optional<String> cleanCommit() {
        return commit.filter(c -> !dirty);
    }
}
