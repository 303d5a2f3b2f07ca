// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.RunnerException;

/** Finds what the measured code threw inside of what JMH throws about it. */
final class ThrownInFork {

    /** What JMH says of a process that ended without a word. */
    private static final List<String> ONLY_EXITED =
            List.of("Forked VM failed with exit code", "<failure: VM prematurely exited");

    private ThrownInFork() {}

    /** The exception of the measured code; empty where JMH complains about something else, as about an exit code. */
    static Optional<Throwable> rootOf(Throwable thrownByJmh) {
        return leaves(thrownByJmh).stream()
                .filter(t -> !(t instanceof BenchmarkException || t instanceof RunnerException))
                .filter(t -> t.getMessage() == null || ONLY_EXITED.stream().noneMatch(t.getMessage()::startsWith))
                .findFirst();
    }

    /** Class and message in one line. */
    static String describe(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        return thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
    }

    private static List<Throwable> leaves(Throwable thrown) {
        boolean byJmh = thrown instanceof BenchmarkException || thrown instanceof RunnerException;
        if (!byJmh) {
            return List.of(thrown);
        }
        List<Throwable> leaves = new ArrayList<>();
        for (Throwable suppressed : thrown.getSuppressed()) {
            leaves.addAll(leaves(suppressed));
        }
        if (thrown.getCause() != null) {
            leaves.addAll(leaves(thrown.getCause()));
        }
        return leaves;
    }
}
