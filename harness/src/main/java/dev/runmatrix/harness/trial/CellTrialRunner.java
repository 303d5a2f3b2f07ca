// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.result.ResourceSample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs the forks of all cells, whatever these measure, and sees to it that none of their processes is left. */
public final class CellTrialRunner implements TrialRunner, AutoCloseable {

    private final RunGuard guard;
    private final TrialRunner jmh;
    private final TrialRunner commands;
    private final SidePrograms sidePrograms;
    private volatile boolean stopping;

    private CellTrialRunner(Machine machine, String benchmark, RunGuard guard, Path folder) {
        this.guard = guard;
        this.jmh = new JmhTrialRunner(machine, benchmark, guard);
        this.commands = new CommandTrialRunner(machine, guard, folder);
        this.sidePrograms = new SidePrograms(guard, folder);
    }

    /**
     * Makes a runner.
     *
     * @param benchmark the benchmark of the cells without a command, class and method
     * @param folder folder of the matrix file, where commands run that name no other
     */
    public static CellTrialRunner open(Machine machine, String benchmark, Path folder) throws IOException {
        return new CellTrialRunner(machine, benchmark, RunGuard.start(), folder);
    }

    @Override
    public TrialOutcome run(Trial trial, Consumer<ResourceSample> onSample) throws IOException {
        return (trial.command().isPresent() ? commands : jmh).run(trial, onSample);
    }

    @Override
    public ProgramEnd runAside(Invocation program, Duration timeout) throws IOException {
        return sidePrograms.run(program, timeout);
    }

    @Override
    public boolean isStopping() {
        return stopping;
    }

    @Override
    public void stop() {
        stopping = true;
        jmh.stop();
        commands.stop();
        sidePrograms.stop();
    }

    /** Ends what hooks have left running. */
    @Override
    public void close() throws IOException {
        guard.close();
    }
}
