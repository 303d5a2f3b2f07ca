// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A program of the user's that was started: nothing on its standard input, and what it writes is kept within bounds. Its
 * end and the end of its output are two things, as whatever it started may hold on to its output.
 */
final class RunningProgram {

    private static final int HALF_BYTES = 32 * 1024;
    private static final int BUFFER_BYTES = 8 * 1024;
    private static final long GRACE_MILLIS = 200;
    private static final long LAST_WAIT_MILLIS = 2_000;

    private final Process process;
    private final ForkProcess tree;
    private final KeptText text = new KeptText(HALF_BYTES);
    private final CompletableFuture<Long> ended = new CompletableFuture<>();
    private final CompletableFuture<Boolean> silent = new CompletableFuture<>();

    private RunningProgram(Process process, String mark) {
        this.process = process;
        this.tree = ForkProcess.of(process.toHandle(), mark);
    }

    /**
     * Starts a program.
     *
     * @param folder what its working directory is relative to
     * @param mark an entry of its environment by which all that it starts is known
     * @throws IOException if that is not possible; the message says why
     */
    static RunningProgram start(Invocation invocation, Path folder, Map.Entry<String, String> mark) throws IOException {
        return start(invocation, folder, mark, asItIs -> {});
    }

    /**
     * Starts a program.
     *
     * @param change what else is to be different about it, before its own variables are set
     */
    static RunningProgram start(
            Invocation invocation, Path folder, Map.Entry<String, String> mark, Consumer<ProcessBuilder> change)
            throws IOException {
        Path directory =
                invocation.directory().map(folder::resolve).orElse(folder).toAbsolutePath();
        if (!Files.isDirectory(directory)) {
            throw new IOException("its working directory " + directory + " is no folder");
        }
        List<String> arguments = invocation.arguments();
        ProcessBuilder builder =
                new ProcessBuilder(arguments).directory(directory.toFile()).redirectErrorStream(true);
        change.accept(builder);
        builder.environment().putAll(invocation.environment());
        builder.environment().put(mark.getKey(), mark.getValue());
        RunningProgram program = new RunningProgram(builder.start(), mark.getKey() + "=" + mark.getValue());
        program.follow();
        return program;
    }

    ForkProcess tree() {
        return tree;
    }

    /** The moment of its end, by {@link System#nanoTime()}. */
    CompletableFuture<Long> ended() {
        return ended;
    }

    /** Its exit status; 128 + signal where a signal ended it. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits for the program to end; false when it does not in time. */
    boolean await(long millis) throws InterruptedException {
        return within(ended, millis).isPresent();
    }

    /** Waits a moment for the rest of the output, which comes only once all that hold it are gone. */
    void awaitOutput() throws InterruptedException {
        within(silent, GRACE_MILLIS);
    }

    /** Ends what the ended program has left behind, and waits for the rest of its output. */
    void endStrays() throws InterruptedException {
        tree.killStrays();
        within(silent, LAST_WAIT_MILLIS);
    }

    /** What it has written so far. */
    String said() {
        return text.text();
    }

    private void follow() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already, and its input with it.
            silent.isDone();
        }
        daemon(this::awaitEnd, "program-end");
        daemon(this::keepOutput, "program-output");
    }

    /** In a thread of its own, so that the moment of the end does not depend on what the harness does then. */
    private void awaitEnd() {
        try {
            process.waitFor();
            ended.complete(System.nanoTime());
        } catch (InterruptedException e) {
            ended.completeExceptionally(e);
        }
    }

    private void keepOutput() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream out = process.getInputStream()) {
            for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) {
                text.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // Closed under our hands: nothing more will come.
            silent.complete(true);
        }
        silent.complete(true);
    }

    private static <T> Optional<T> within(CompletableFuture<T> future, long millis) throws InterruptedException {
        try {
            return Optional.of(future.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("threads that wait for a program are never interrupted", e);
        }
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
