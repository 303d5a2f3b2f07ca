// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import dev.runmatrix.aggregator.AggregationCounters;
import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Runs the aggregator on mutants and judges how that ends. */
final class MutantTrial {
    private static final int SECONDS = 20;
    private static final Nearness NEARNESS = Nearness.withinUlps(1);

    private final Path folder;

    MutantTrial(Path folder) {
        this.folder = folder;
    }

    /** How a run on a mutant may end. */
    enum Ending {
        /** The result of the sound file: the damage is where nobody looks. */
        SAME(true),
        /** Another result: the one that an independent reader of the damaged file leads to. */
        CONFIRMED(true),
        /** An error that names the file. */
        REFUSED(true),
        /** A result although the independent reader refuses the file, and not that of the sound file. */
        UNCONFIRMED(false),
        /** A result that differs from the independent reader's. */
        WRONG(false),
        /** An error that does not name the file. */
        UNCLEAR(false),
        /** Anything else thrown. */
        CRASHED(false),
        /** No end in time. */
        LATE(false),
        /** An error that leaves a file behind. */
        LITTERED(false);

        private final boolean isGood;

        Ending(boolean isGood) {
            this.isGood = isGood;
        }

        boolean isGood() {
            return isGood;
        }
    }

    /**
     * The ending and what explains it.
     *
     * @param message the error's, or the first difference
     */
    record Verdict(Ending ending, String message) {}

    /** What comes of one run. */
    private record Result(String summary, AggregationCounters counters) {}

    Verdict judge(Mutant mutant) throws IOException {
        Dice dice = new Dice(mutant.seed());
        Setting setting = dice.pick(Setting.all());
        Path place = Files.createTempDirectory(folder, "mutant");
        Path file =
                Files.write(place.resolve(mutant.file().name()), mutant.draft().bytes());
        Path results = Files.createDirectory(place.resolve("results"));
        Path output = results.resolve("summary.csv");
        List<Path> inputs = dice.shuffled(mutant.input().pathsWith(mutant.file(), file));
        Verdict verdict = judge(mutant, file, () -> {
            AggregationCounters counters = Aggregator.run(
                            setting.config(inputs, mutant.input().params(), output))
                    .counters();
            return new Result(Files.readString(output), counters);
        });
        try (Stream<Path> left = Files.list(results)) {
            long allowed = verdict.ending() == Ending.SAME || verdict.ending() == Ending.CONFIRMED ? 1 : 0;
            if (verdict.ending().isGood() && left.count() != allowed) {
                return new Verdict(Ending.LITTERED, verdict.message());
            }
        }
        delete(place, results, output, file);
        return new Verdict(verdict.ending(), verdict.message() + " [" + setting + "]");
    }

    private static void delete(Path place, Path results, Path output, Path file) throws IOException {
        Files.deleteIfExists(output);
        Files.delete(results);
        Files.delete(file);
        Files.delete(place);
    }

    private static Verdict judge(Mutant mutant, Path file, Callable<Result> run) throws IOException {
        Optional<Result> result;
        try {
            result = inTime(run);
        } catch (ExecutionException e) {
            return failed(Optional.ofNullable(e.getCause()).orElse(e), file);
        }
        if (result.isEmpty()) {
            return new Verdict(Ending.LATE, "no end within " + SECONDS + " s");
        }
        boolean isSame = result.get().summary().equals(mutant.input().summary())
                && result.get().counters().equals(mutant.input().counters());
        return isSame ? new Verdict(Ending.SAME, "") : compared(mutant, file, result.get());
    }

    private static Verdict failed(Throwable failure, Path file) {
        if (!(failure instanceof InputException)) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return new Verdict(Ending.CRASHED, trace.toString());
        }
        String message = String.valueOf(failure.getMessage());
        return new Verdict(message.startsWith(file + ": ") ? Ending.REFUSED : Ending.UNCLEAR, message);
    }

    private static Verdict compared(Mutant mutant, Path file, Result result) {
        Optional<ReferenceSummary> reference;
        try {
            reference = inTime(() -> mutant.input().referenceWith(mutant.file(), ParquetTables.read(file)));
        } catch (ExecutionException e) {
            return new Verdict(Ending.UNCONFIRMED, "the independent reader fails: " + firstLine(e));
        }
        if (reference.isEmpty()) {
            return new Verdict(Ending.UNCONFIRMED, "the independent reader does not end");
        }
        Optional<String> difference =
                Difference.between(reference.get().rows(), WrittenSummary.parse(result.summary()), NEARNESS);
        if (difference.isPresent()) {
            return new Verdict(Ending.WRONG, difference.get());
        }
        return reference.get().counters().equals(result.counters())
                ? new Verdict(Ending.CONFIRMED, "")
                : new Verdict(
                        Ending.WRONG,
                        result.counters() + " instead of " + reference.get().counters());
    }

    private static String firstLine(ExecutionException failure) {
        return String.valueOf(failure.getCause()).lines().findFirst().orElse("");
    }

    /** The result, or nothing if time runs out. */
    private static <T> Optional<T> inTime(Callable<T> call) throws ExecutionException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "mutant");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(task.get(SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            task.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
