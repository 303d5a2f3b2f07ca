// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A run that others are compared with, under a name: one file that can be committed. It holds the frame and every fork, so
 * that whatever is asked of a run can be asked of it, long after the folder of the run is gone.
 *
 * @param schema {@value #SCHEMA}
 * @param name what it is called, as {@link BaselineName} allows
 * @param savedAt when somebody accepted the run
 * @param run the frame of the run
 * @param forks all of its attempts, in order of writing
 */
public record Baseline(String schema, String name, Instant savedAt, RunRecord run, List<ForkRecord> forks) {

    public static final String SCHEMA = "run-matrix/baseline/v1";

    public Baseline {
        forks = List.copyOf(forks);
    }

    /** A run under a name. */
    public static Baseline of(BaselineName name, StoredRun stored, Instant savedAt) {
        return new Baseline(SCHEMA, name.text(), savedAt, stored.run(), stored.forks());
    }

    /** The run in it, as if read from this file. */
    public StoredRun stored(Path file) {
        return new StoredRun(file, run, forks, false);
    }
}
