// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.Placeholders;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.trial.Invocation;
import dev.runmatrix.harness.trial.ProgramEnd;
import dev.runmatrix.harness.trial.TrialRunner;
import dev.runmatrix.harness.verify.OutputDigester;
import dev.runmatrix.harness.verify.OutputVerifier;
import dev.runmatrix.harness.verify.UnreadableOutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges the outputs of forks that ended well, each as its cell has it. */
final class OutputJudge {

    private final RunRequest request;
    private final TrialRunner runner;
    private final RunListener listener;
    private final OutputVerifier verifier;

    /**
     * A judge.
     *
     * @param work an existing folder in which it keeps the outputs that others are compared with
     */
    OutputJudge(RunRequest request, TrialRunner runner, RunListener listener, Path work) {
        this.request = request;
        this.runner = runner;
        this.listener = listener;
        this.verifier = new OutputVerifier(work, true);
    }

    /** Takes in the forks of earlier sittings, with whose reference outputs those of this one are compared. */
    void remember(List<ForkRecord> earlier, Function<PlannedCell, Optional<String>> dataset) {
        Map<String, PlannedCell> cells = new HashMap<>();
        request.plan().cells().forEach(cell -> cells.put(cell.name(), cell));
        for (ForkRecord fork : earlier) {
            Optional<OutputCheck> reference =
                    fork.output().filter(check -> check.againstReference().isEmpty() && !check.isWrong());
            Optional.ofNullable(cells.get(fork.cell()))
                    .ifPresent(cell -> reference.ifPresent(
                            check -> verifier.expect(dataset.apply(cell).orElse(""), check.digest())));
        }
    }

    /** Judges one output; what the user's program says about it goes to the log. */
    Judged judge(PlannedCell cell, Optional<RunInput> input, Path named, ForkCommands commands, StringBuilder log)
            throws IOException {
        Path output = written(named);
        Optional<CommandTarget> target = request.spec().commandOf(cell.cell());
        Optional<Invocation> program = target.flatMap(commands::verification);
        try {
            if (program.isPresent()) {
                return byProgram(program.get(), target.filter(OutputJudge::writesOutput), output, log);
            }
            if (target.filter(t -> !writesOutput(t)).isPresent()) {
                return new Judged(Optional.empty(), Optional.empty());
            }
            return new Judged(Optional.empty(), Optional.of(compared(cell, input, output, target.isEmpty())));
        } catch (UnreadableOutputException e) {
            return Judged.failed(FailureKind.NO_OUTPUT, String.valueOf(e.getMessage()));
        }
    }

    private OutputCheck compared(PlannedCell cell, Optional<RunInput> input, Path output, boolean exact)
            throws IOException, UnreadableOutputException {
        String dataset = input.map(data -> data.facts().name()).orElse("");
        OutputCheck check = verifier.check(dataset, output, input.flatMap(RunInput::expected), exact);
        boolean becameReference = check.againstReference().isEmpty() && !check.isWrong();
        if (becameReference
                && request.plan().reference().isPresent()
                && !request.plan().isReferenceSetting(cell)) {
            listener.noted("Outputs" + (dataset.isEmpty() ? "" : " on " + dataset) + " are compared with that of "
                    + cell.name() + ", the first good one.");
        }
        return check;
    }

    private Judged byProgram(Invocation program, Optional<CommandTarget> writing, Path output, StringBuilder log)
            throws IOException, UnreadableOutputException {
        String digest = writing.isPresent() ? OutputDigester.hashOfBytes(output) : OutputDigester.hashOfNothing();
        long bytes = writing.isPresent() ? OutputDigester.bytes(output) : 0;
        ProgramEnd end = runner.runAside(program, request.spec().protocol().timeout());
        if (!end.said().isBlank()) {
            log.append("--- verify ---\n").append(end.said().stripTrailing()).append('\n');
        }
        if (end.exitCode().isEmpty()) {
            return Judged.failed(
                    FailureKind.HOOK,
                    "the program that verifies the output " + end.trouble().orElse("gave no answer"));
        }
        int exitCode = end.exitCode().get();
        Optional<String> difference = exitCode == 0
                ? Optional.empty()
                : end.lastWords().or(() -> Optional.of("the program that verifies it ended with " + exitCode));
        return new Judged(
                Optional.empty(), Optional.of(OutputCheck.byProgram(digest, bytes, exitCode == 0, difference)));
    }

    /** Some programs go by the ending of a name, and so write beside the name that they were given. */
    private static Path written(Path named) {
        return Stream.of("", ".parquet", ".csv")
                .map(ending -> named.resolveSibling(named.getFileName() + ending))
                .filter(Files::exists)
                .findFirst()
                .orElse(named);
    }

    private static boolean writesOutput(CommandTarget target) {
        return Stream.of(target.command().stream(), target.environment().values().stream(), target.directory().stream())
                .flatMap(texts -> texts)
                .flatMap(text -> Placeholders.names(text).stream())
                .anyMatch(Placeholders.OUT::equals);
    }

    /**
     * What became of a fork once its output was looked at.
     *
     * @param failure absent where nothing went wrong
     * @param output absent where there is none, or nothing to compare it with
     */
    record Judged(Optional<Failure> failure, Optional<OutputCheck> output) {

        private static final Set<FailureKind> OUT_OF_TIME = EnumSet.of(FailureKind.TIMEOUT, FailureKind.STALLED);

        static Judged failed(FailureKind kind, String message) {
            return new Judged(
                    Optional.of(new Failure(kind, message, Optional.empty(), Optional.empty())), Optional.empty());
        }

        boolean isOfHook() {
            return failure.filter(f -> f.kind() == FailureKind.HOOK).isPresent();
        }

        ForkStatus status() {
            if (failure.isEmpty()) {
                return ForkStatus.OK;
            }
            return OUT_OF_TIME.contains(failure.get().kind()) ? ForkStatus.TIMED_OUT : ForkStatus.FAILED;
        }
    }
}
