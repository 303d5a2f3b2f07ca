// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.result.RunRecord;
import java.nio.file.Path;
import java.util.List;

/** Is told how a run goes on, by the thread that measures: an answer that takes long would disturb the measurement. */
public interface RunListener {

    /** The run's folder is there; these forks are certain to be made, round by round, as far as is known now. */
    default void runStarted(RunRecord run, Path directory, List<ScheduledFork> ahead) {}

    /** A round is over, and the forks that are certain to be made from here on may be others than thought before. */
    default void scheduleChanged(List<ScheduledFork> ahead) {}

    /** A fork is about to be started. */
    default void forkStarted(ScheduledFork fork, PlannedCell cell) {}

    /** The fork that runs was looked at. */
    default void forkSampled(ResourceSample sample) {}

    /** A fork has ended, was judged and is stored. */
    default void forkEnded(ForkRecord fork) {}

    /** Something that the user should know, one sentence. */
    default void noted(String sentence) {}
}
