// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.session;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.engines.contract.EngineException;
import dev.runmatrix.engines.contract.ExitStatus;
import dev.runmatrix.engines.spark.s3.S3Trouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.spark.SparkThrowable;
import org.jspecify.annotations.Nullable;

/** What a failure of Spark means for its user, in one line. */
final class Failures {

    private static final String WAY_OUT = "; write the file again or take it out of the input";
    private static final int MOST_CHARACTERS = 400;

    private Failures() {}

    /** Runs work on this thread and explains how it failed. */
    static <T> T explained(Callable<T> work) throws BadInputException, IOException, EngineException {
        FutureTask<T> task = new FutureTask<>(work);
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ExitStatus.IO, "interrupted", e);
        } catch (ExecutionException e) {
            throw explain(causeOf(e));
        }
    }

    /** What went wrong in work that another thread did. */
    static Throwable causeOf(ExecutionException failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }

    /** Throws what a failure means, or returns it; what is not Spark's is thrown as it is. */
    static EngineException explain(Throwable failure) throws BadInputException, IOException {
        if (failure instanceof EngineException known) {
            return known;
        }
        if (failure instanceof BadInputException bad) {
            throw bad;
        }
        List<Throwable> chain = chain(failure);
        Optional<EngineException> told = S3Trouble.of(chain)
                .or(() -> chain.stream().flatMap(each -> tell(each).stream()).findFirst());
        if (told.isPresent()) {
            return told.get();
        }
        if (failure instanceof IOException io) {
            throw io;
        }
        boolean ofSpark = chain.stream().anyMatch(SparkThrowable.class::isInstance);
        if (!ofSpark && failure instanceof RuntimeException bug) {
            throw bug;
        }
        return new EngineException(ExitStatus.IO, "Spark failed: " + line(root(chain)), failure);
    }

    private static Optional<EngineException> tell(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return Optional.of(
                    new EngineException(ExitStatus.OUT_OF_MEMORY, "out of memory: " + line(failure), failure));
        }
        return failure instanceof SparkThrowable spark && spark.getCondition() != null
                ? tell(failure, spark.getCondition(), spark.getMessageParameters())
                : Optional.empty();
    }

    private static Optional<EngineException> tell(Throwable failure, String condition, Map<String, String> parameters) {
        if (condition.startsWith("FAILED_READ_FILE")) {
            String path = String.valueOf(parameters.get("path"));
            return Optional.of(new EngineException(
                    ExitStatus.DATA,
                    plain(path) + ": cannot be read: " + line(root(chain(failure))) + WAY_OUT,
                    failure));
        }
        if (condition.equals("USER_RAISED_EXCEPTION")) {
            String message = String.valueOf(parameters.get("errorMessage"));
            return Optional.of(new EngineException(ExitStatus.DATA, message + WAY_OUT, failure));
        }
        return Optional.empty();
    }

    private static String plain(String path) {
        return path.startsWith("file:") ? path.replaceFirst("^file:/+", "/") : path;
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable each = failure; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }

    private static Throwable root(List<Throwable> chain) {
        return chain.get(chain.size() - 1);
    }

    private static String line(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        String first = message.strip().split("\\R", 2)[0];
        return first.length() <= MOST_CHARACTERS ? first : first.substring(0, MOST_CHARACTERS) + "…";
    }
}
