// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.fork.ForkReport;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import java.util.Optional;

/**
 * All that is known about the end of a fork.
 *
 * @param ending who ended the process
 * @param exitCode its exit status, where JMH saw one that is not 0
 * @param error what JMH threw
 * @param text what the process wrote
 * @param started whether a process was seen at all
 * @param report what the fork said about its region; absent where the region did not end
 * @param kernelKilled whether the kernel killed a process of our control group for its memory meanwhile
 */
record Evidence(
        Ending ending,
        Optional<Integer> exitCode,
        Optional<Throwable> error,
        String text,
        boolean started,
        Optional<ForkReport> report,
        boolean kernelKilled) {

    private static final String HEAP_EXHAUSTED = "java.lang.OutOfMemoryError";
    private static final String NO_JVM = "Could not create the Java Virtual Machine";

    /** The failure of the fork, empty where it ran to its end. */
    Optional<Failure> failure(Protocol protocol) {
        Optional<Throwable> thrown = error.flatMap(ThrownInFork::rootOf);
        if (ending == Ending.TIMEOUT) {
            return failure(FailureKind.TIMEOUT, FailureWords.outlived(protocol));
        }
        if (ending == Ending.STALL) {
            return failure(FailureKind.STALLED, FailureWords.stalled(protocol));
        }
        if ((report.isEmpty() && text.contains(HEAP_EXHAUSTED))
                || thrown.flatMap(Evidence::heapExhausted).isPresent()) {
            return failure(FailureKind.OUT_OF_MEMORY, outOfMemory(thrown.flatMap(Evidence::heapExhausted)));
        }
        if (thrown.isPresent()) {
            return failure(FailureKind.THREW, ThrownInFork.describe(thrown.get()));
        }
        Optional<Integer> signal = exitCode.flatMap(FailureWords::signal);
        if (signal.isPresent()) {
            return failure(FailureKind.KILLED, FailureWords.killed(signal.get(), kernelKilled));
        }
        if (!started || text.contains(NO_JVM)) {
            return failure(FailureKind.NOT_STARTED, notStarted());
        }
        if (exitCode.isPresent() || report.isEmpty()) {
            return failure(FailureKind.CRASHED, crashed());
        }
        return error.isPresent() ? failure(FailureKind.CRASHED, ThrownInFork.describe(error.get())) : Optional.empty();
    }

    private Optional<Failure> failure(FailureKind kind, String message) {
        return Optional.of(new Failure(kind, FailureWords.line(message), exitCode, Optional.empty()));
    }

    /**
     * What an error says of an exhausted heap; empty where it is about something else. Where the heap was exhausted while a
     * class was made ready, later uses of that class tell of it in the causes of another error.
     */
    private static Optional<String> heapExhausted(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            String message = each.getMessage() == null ? "" : each.getMessage();
            if (each instanceof OutOfMemoryError) {
                return Optional.of(message);
            }
            if (message.contains(HEAP_EXHAUSTED)) {
                return Optional.of(afterName(message));
            }
        }
        return Optional.empty();
    }

    private static String afterName(String line) {
        return line.substring(line.indexOf(HEAP_EXHAUSTED) + HEAP_EXHAUSTED.length())
                .replaceFirst("^[:\\s]+", "");
    }

    private String outOfMemory(Optional<String> told) {
        return told.filter(why -> !why.isBlank())
                .or(() -> text.lines()
                        .filter(line -> line.contains(HEAP_EXHAUSTED))
                        .findFirst()
                        .map(Evidence::afterName))
                .filter(why -> !why.isBlank())
                .map(why -> "out of memory: " + why)
                .orElse("out of memory");
    }

    private String notStarted() {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .or(() -> error.map(ThrownInFork::describe))
                .orElse("no process was seen");
    }

    private String crashed() {
        String how = exitCode.map(code -> "ended with exit code " + code)
                .orElse("ended without an error before its region did: System.exit(0)?");
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("<") && !line.startsWith("#"))
                .reduce((first, second) -> second)
                .map(line -> how + "; last words: " + line)
                .orElse(how);
    }
}
