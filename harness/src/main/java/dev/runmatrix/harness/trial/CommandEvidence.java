// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All that is known about the end of a program of the user's. What it says is taken for evidence only where it ended with
 * an error.
 *
 * @param ending who ended it
 * @param exitCode its exit status
 * @param text what it wrote
 * @param kernelKilled whether the kernel killed a process of our control group for its memory meanwhile
 */
record CommandEvidence(Ending ending, int exitCode, String text, boolean kernelKilled) {

    /** How programs of the common languages say that their own memory is exhausted. */
    private static final List<String> MEMORY_EXHAUSTED = List.of(
            "java.lang.OutOfMemoryError", "MemoryError", "std::bad_alloc", "heap out of memory", "Out of Memory");

    private static final Pattern JAVA_EXCEPTION = Pattern.compile("^Exception in thread \"[^\"]*\" (.+)$");
    private static final String PYTHON_TRACE = "Traceback (most recent call last):";

    /** The failure of the fork, empty where it ran to its end. */
    Optional<Failure> failure(Protocol protocol) {
        if (ending == Ending.TIMEOUT) {
            return failure(FailureKind.TIMEOUT, FailureWords.outlived(protocol));
        }
        if (ending == Ending.STALL) {
            return failure(FailureKind.STALLED, FailureWords.stalled(protocol));
        }
        if (exitCode == 0) {
            return Optional.empty();
        }
        Optional<String> exhausted = line(MEMORY_EXHAUSTED);
        if (exhausted.isPresent()) {
            return failure(FailureKind.OUT_OF_MEMORY, "out of memory: " + exhausted.get());
        }
        Optional<Integer> signal = FailureWords.signal(exitCode);
        if (signal.isPresent()) {
            return failure(FailureKind.KILLED, FailureWords.killed(signal.get(), kernelKilled));
        }
        return thrown().flatMap(exception -> failure(FailureKind.THREW, exception))
                .or(() -> failure(FailureKind.CRASHED, crashed()));
    }

    private Optional<Failure> failure(FailureKind kind, String message) {
        return Optional.of(new Failure(kind, FailureWords.line(message), Optional.of(exitCode), Optional.empty()));
    }

    private Optional<String> thrown() {
        Optional<String> java = text.lines()
                .map(JAVA_EXCEPTION::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .findFirst();
        return java.or(() -> text.contains(PYTHON_TRACE) ? FailureWords.lastWords(text) : Optional.empty());
    }

    private Optional<String> line(List<String> phrases) {
        return text.lines()
                .filter(line -> phrases.stream().anyMatch(line::contains))
                .map(String::strip)
                .findFirst();
    }

    private String crashed() {
        String memory = kernelKilled ? "; meanwhile the kernel killed a process, as memory ran out" : "";
        return "ended with exit code " + exitCode + memory
                + FailureWords.lastWords(text)
                        .map(words -> "; last words: " + words.strip())
                        .orElse("");
    }
}
