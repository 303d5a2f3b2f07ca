// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.Hooks;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.trial.Invocation;
import dev.runmatrix.harness.trial.ProgramEnd;
import dev.runmatrix.harness.trial.TrialRunner;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the commands around the forks. What was set up for a cell is cleaned up at the end of the sitting, as any cell may
 * get another fork until then; what was prepared is concluded at once, whatever came of it.
 */
final class ForkHooks {

    private final Hooks hooks;
    private final TrialRunner runner;
    private final Duration timeout;
    private final RunListener listener;
    private final Map<String, Optional<Failure>> setUp = new HashMap<>();
    private final Map<String, ForkCommands> lastForks = new LinkedHashMap<>();

    ForkHooks(Hooks hooks, TrialRunner runner, Duration timeout, RunListener listener) {
        this.hooks = hooks;
        this.runner = runner;
        this.timeout = timeout;
        this.listener = listener;
    }

    /** Sets up the cell, if this is its first fork, and prepares the fork. What fails keeps the fork from starting. */
    Optional<Failure> before(PlannedCell cell, ForkCommands fork, StringBuilder log) throws IOException {
        lastForks.put(cell.name(), fork);
        Optional<Failure> earlier = setUp.get(cell.name());
        if (earlier == null) {
            earlier = run("setup", hooks.setup(), fork, log);
            setUp.put(cell.name(), earlier);
        }
        return earlier.isPresent() ? earlier : run("prepare", hooks.prepare(), fork, log);
    }

    /** Concludes a fork, also one that failed. */
    void after(PlannedCell cell, ForkCommands fork, StringBuilder log) throws IOException {
        tellOf(cell, runAll("conclude", hooks.conclude(), fork, log));
    }

    /** Cleans up after the cells that had a fork; what is said goes to the listener, as no fork's log can hold it. */
    void cleanUp(PlannedCell cell, StringBuilder log) throws IOException {
        ForkCommands last = lastForks.remove(cell.name());
        if (last != null) {
            tellOf(cell, runAll("cleanup", hooks.cleanup(), last, log));
        }
    }

    private void tellOf(PlannedCell cell, Optional<Failure> failure) {
        failure.ifPresent(f -> listener.noted("After " + cell.name() + ", " + f.message()));
    }

    /** One after the other, until one fails. */
    private Optional<Failure> run(String moment, List<List<String>> commands, ForkCommands fork, StringBuilder log)
            throws IOException {
        for (List<String> command : commands) {
            Optional<Failure> failure = run(moment, fork.hook(command), log);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    /** All of them: where one cannot tidy up, the next still may. */
    private Optional<Failure> runAll(String moment, List<List<String>> commands, ForkCommands fork, StringBuilder log)
            throws IOException {
        Optional<Failure> first = Optional.empty();
        for (List<String> command : commands) {
            Optional<Failure> failure = run(moment, fork.hook(command), log);
            first = first.or(() -> failure);
        }
        return first;
    }

    private Optional<Failure> run(String moment, Invocation command, StringBuilder log) throws IOException {
        ProgramEnd end = runner.runAside(command, timeout);
        if (!end.said().isBlank()) {
            log.append("--- ")
                    .append(moment)
                    .append(" ---\n")
                    .append(end.said().stripTrailing())
                    .append('\n');
        }
        return end.trouble().map(why -> {
            String message = "the " + moment + " hook '" + command.program() + "' " + why;
            log.append("--- ").append(message).append(" ---\n");
            return new Failure(FailureKind.HOOK, message, end.exitCode(), Optional.empty());
        });
    }
}
