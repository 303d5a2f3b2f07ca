// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What git says of a folder.
 *
 * @param commit the commit that is checked out; absent outside a checkout and where there is no git
 * @param dirty whether tracked files differ from it, but for the ledger of projections, to which each run adds
 */
record WorkingTree(Optional<String> commit, boolean dirty) {

    private static final long LONGEST_WAIT_SECONDS = 20;

    static WorkingTree at(Path folder) throws InterruptedIOException {
        Optional<String> commit = git(folder, "rev-parse", "--verify", "HEAD").filter(text -> !text.isEmpty());
        boolean dirty = commit.isPresent()
                && git(folder, "status", "--porcelain", "--untracked-files=no", "--", ":/", ":(exclude)ledger")
                        .filter(text -> !text.isEmpty())
                        .isPresent();
        return new WorkingTree(commit, dirty);
    }

    private static Optional<String> git(Path folder, String... arguments) throws InterruptedIOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean good = git.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0;
            return good ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            // No git here: then nothing is known of the commit.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking git");
        }
    }
}
