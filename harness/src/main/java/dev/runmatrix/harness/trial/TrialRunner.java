// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.result.ResourceSample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs forks, one at a time. */
public interface TrialRunner {

    /**
     * Runs one fork to its end, whatever that is: a fork that fails is an outcome.
     *
     * @param onSample sees each sample as it is taken
     * @throws IOException if the harness cannot write the files of the fork
     */
    TrialOutcome run(Trial trial, Consumer<ResourceSample> onSample) throws IOException;

    /**
     * Runs a program beside the measurement: a hook, or one that checks an output. One that fails is an outcome, too.
     *
     * @param timeout the longest that it may take
     */
    default ProgramEnd runAside(Invocation program, Duration timeout) throws IOException {
        return new SidePrograms(RunGuard.unwatched(), Path.of("")).run(program, timeout);
    }

    /** Whether this runner was told to stop: what failed since may have failed for that alone. */
    default boolean isStopping() {
        return false;
    }

    /** Ends the fork that runs now, with all its descendants; for another thread. No fork starts after it. */
    default void stop() {}
}
