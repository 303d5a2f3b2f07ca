// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.result.ResourceSample;
import java.io.IOException;
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

    /** Ends the fork that runs now, with all its descendants; for another thread. No fork starts after it. */
    default void stop() {}
}
