// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import dev.runmatrix.harness.trial.Errands;
import dev.runmatrix.harness.trial.Invocation;
import dev.runmatrix.harness.trial.ProgramEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Checkouts of revisions, in folders of the store, and what is built in them. */
final class Checkouts {

    private static final Duration LONGEST_BUILD = Duration.ofMinutes(30);
    private static final int SHOWN_LINES = 8;
    private static final int LONGEST_LINE = 300;
    private static final int SHORT = 7;
    private static final long READ_BYTES = 256 * 1024;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Path store;
    private final Errands errands;
    private final Consumer<String> progress;

    Checkouts(Path store, Errands errands, Consumer<String> progress) {
        this.store = store;
        this.errands = errands;
        this.progress = progress;
    }

    /** Where a checkout of this name is or would be. */
    Path folder(String name) {
        return store.resolve("checkouts").resolve(name);
    }

    /** Whether a checkout was finished, with all that is built in it. */
    boolean isReady(String name) {
        return Files.isDirectory(folder(name), LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(mark(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** Notes that a checkout is finished. */
    void setReady(String name) throws IOException {
        Files.write(mark(name), new byte[0]);
    }

    /** Checks a commit out, in the place of what is left of an earlier attempt. */
    Path make(Repository repository, String commit, String name, String given)
            throws IOException, UnusableBuildException {
        Path folder = folder(name);
        remove(repository, name);
        Files.createDirectories(folder.getParent());
        ProgramEnd end = repository.addWorktree(folder, commit);
        requireRunning(given);
        if (end.trouble().isPresent()) {
            throw new UnusableBuildException(given + ": commit " + commit + " could not be checked out into " + folder
                    + ": git " + end.trouble().get() + "; see what git says in " + repository.top());
        }
        return folder;
    }

    /** Removes a checkout, finished or not. */
    void remove(Repository repository, String name) throws IOException {
        Files.deleteIfExists(mark(name));
        if (Files.exists(folder(name), LinkOption.NOFOLLOW_LINKS)) {
            repository.removeWorktree(folder(name));
            Folders.remove(folder(name));
        }
    }

    /**
     * Runs a program that builds something.
     *
     * @param commit what is built, 40 hexadecimal digits, for messages
     * @throws UnusableBuildException if it does not end well; the message shows what it complained of
     */
    void build(Invocation program, String commit, String given) throws IOException, UnusableBuildException {
        requireRunning(given);
        Path log = Files.createDirectories(store.resolve("logs")).resolve(commit + ".log");
        String words = String.join(" ", program.arguments());
        progress.accept("building " + shortened(commit) + " (" + words + ")");
        long begin = System.nanoTime();
        ProgramEnd end = errands.run(program, LONGEST_BUILD, log);
        requireRunning(given);
        if (end.trouble().isPresent()) {
            throw new UnusableBuildException(given + ": commit " + shortened(commit) + " could not be built: '" + words
                    + "' " + end.trouble().get() + "; its whole output is in " + log + complaints(log));
        }
        progress.accept("built " + shortened(commit) + " in "
                + Math.round((System.nanoTime() - begin) / NANOS_PER_SECOND) + " s");
    }

    static String shortened(String commit) {
        return commit.substring(0, SHORT);
    }

    private void requireRunning(String given) throws UnusableBuildException {
        if (errands.isStopping()) {
            throw new UnusableBuildException(given + ": ended before it was built");
        }
    }

    private Path mark(String name) {
        return store.resolve("checkouts").resolve(name + ".ready");
    }

    /** The first lines that speak of an error, as Maven ends with advice; else the last ones of all. */
    private static String complaints(Path log) throws IOException {
        List<String> lines = tail(log)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> errors =
                lines.stream().filter(line -> line.startsWith("[ERROR] ")).toList();
        List<String> shown = errors.isEmpty() ? lines : errors;
        return shown.stream()
                .skip(errors.isEmpty() ? Math.max(0, shown.size() - SHOWN_LINES) : 0)
                .limit(SHOWN_LINES)
                .map(line -> "\n  " + line.substring(0, Math.min(LONGEST_LINE, line.length())))
                .collect(Collectors.joining());
    }

    private static String tail(Path log) throws IOException {
        if (!Files.isRegularFile(log)) {
            return "";
        }
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(Math.max(0, Files.size(log) - READ_BYTES));
            return new String(in.readNBytes((int) READ_BYTES), StandardCharsets.UTF_8);
        }
    }
}
