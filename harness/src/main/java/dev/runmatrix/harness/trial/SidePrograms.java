// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs programs beside the measurement: hooks, and those that check outputs. What a hook leaves running, as a server for
 * the forks, goes on until the end of the run.
 */
final class SidePrograms {

    /** How long they may take once the harness was told to stop. */
    private static final Duration IN_HASTE = Duration.ofSeconds(8);

    private final RunGuard guard;
    private final Path folder;
    private volatile boolean stopping;
    private volatile Optional<RunningProgram> current = Optional.empty();
    private int started;

    SidePrograms(RunGuard guard, Path folder) {
        this.guard = guard;
        this.folder = folder;
    }

    ProgramEnd run(Invocation invocation, Duration timeout) throws IOException {
        return run(invocation, timeout, asItIs -> {});
    }

    /**
     * Runs a program to its end.
     *
     * @param change what is to be different about it, before its own variables are set
     */
    ProgramEnd run(Invocation invocation, Duration timeout, Consumer<ProcessBuilder> change) throws IOException {
        RunningProgram program;
        try {
            Map.Entry<String, String> mark = Map.entry(guard.variable(), "side-" + ++started);
            program = RunningProgram.start(invocation, folder, mark, change);
        } catch (IOException e) {
            String trouble = StartFailure.words(e);
            return new ProgramEnd(Optional.empty(), Optional.of(trouble), invocation.program() + " " + trouble);
        }
        boolean inHaste = stopping;
        current = Optional.of(program);
        try {
            ProgramEnd end = await(program, inHaste && timeout.compareTo(IN_HASTE) > 0 ? IN_HASTE : timeout);
            return stopping && !inHaste && end.trouble().isPresent()
                    ? new ProgramEnd(Optional.empty(), Optional.of("was ended with the run"), end.said())
                    : end;
        } catch (InterruptedException e) {
            program.tree().kill();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + invocation.program() + " ran");
        } finally {
            current = Optional.empty();
        }
    }

    /** Ends the program that runs now; those that are to tidy up may still be run. */
    void stop() {
        stopping = true;
        current.ifPresent(program -> program.tree().kill());
    }

    private static ProgramEnd await(RunningProgram program, Duration limit) throws InterruptedException {
        if (!program.await(limit.toMillis())) {
            program.tree().kill();
            program.awaitOutput();
            String trouble = "was ended, as it took longer than " + FailureWords.text(limit);
            return new ProgramEnd(Optional.empty(), Optional.of(trouble), program.said());
        }
        program.awaitOutput();
        int exitCode = program.exitCode();
        String said = program.said();
        if (exitCode == 0) {
            return new ProgramEnd(Optional.of(0), Optional.empty(), said);
        }
        String words = FailureWords.lastWords(said)
                .map(last -> "; last words: " + last)
                .orElse("");
        return new ProgramEnd(
                Optional.of(exitCode),
                Optional.of(FailureWords.line("ended with exit code " + exitCode + words)),
                said);
    }
}
