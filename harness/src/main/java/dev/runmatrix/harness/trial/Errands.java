// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs programs while nothing is measured, one after the other, and sees to it that nothing they have started outlives this.
 * For one thread, but for {@link #stop()}.
 */
public final class Errands implements AutoCloseable {

    private final RunGuard guard;
    private final SidePrograms programs;
    private final Set<String> unwanted;
    private volatile boolean stopping;

    private Errands(RunGuard guard, Path folder, Set<String> unwanted) {
        this.guard = guard;
        this.programs = new SidePrograms(guard, folder);
        this.unwanted = Set.copyOf(unwanted);
    }

    /**
     * Begins.
     *
     * @param folder where programs run that name no other
     * @param unwanted variables of this process that they are not to see
     */
    public static Errands open(Path folder, Set<String> unwanted) throws IOException {
        return new Errands(RunGuard.start(), folder, unwanted);
    }

    /** Runs a program to its end; after {@link #stop()}, for a few seconds at most. */
    public ProgramEnd run(Invocation program, Duration timeout) throws IOException {
        return programs.run(program, timeout, this::withoutUnwanted);
    }

    /**
     * Runs a program to its end, as {@link #run(Invocation, Duration)} does.
     *
     * @param log the file that all of its output goes to, instead of {@link ProgramEnd#said}
     */
    public ProgramEnd run(Invocation program, Duration timeout, Path log) throws IOException {
        Consumer<ProcessBuilder> toLog = builder -> builder.redirectOutput(log.toFile());
        return programs.run(program, timeout, toLog.andThen(this::withoutUnwanted));
    }

    /** Ends the program that runs now, with all that it has started. Those that are to tidy up may still be run. */
    public void stop() {
        stopping = true;
        programs.stop();
    }

    /** Whether {@link #stop()} was called. */
    public boolean isStopping() {
        return stopping;
    }

    /** Ends what the programs have left running. */
    @Override
    public void close() throws IOException {
        guard.close();
    }

    private void withoutUnwanted(ProcessBuilder builder) {
        builder.environment().keySet().removeAll(unwanted);
    }
}
