// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import dev.runmatrix.harness.trial.Errands;
import dev.runmatrix.harness.trial.Invocation;
import dev.runmatrix.harness.trial.ProgramEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A git repository as far as builds need it. What its user has checked out is never touched, and none of the hooks of the
 * repository is run.
 *
 * @param top the topmost folder of the checkout, without links
 */
record Repository(Path top, Errands errands) {

    /** Where git was told to look by whoever called us, a hook perhaps: not where the builds are. */
    static final Set<String> VARIABLES = Set.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_PREFIX",
            "GIT_COMMON_DIR",
            "GIT_NAMESPACE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");
    private static final int LONGEST_REVISION = 1_000;
    private static final Duration QUESTION = Duration.ofSeconds(30);
    private static final Duration CHECKOUT = Duration.ofMinutes(10);

    /** The repository that a folder belongs to; empty where it belongs to none, or there is no git. */
    static Optional<Repository> of(Path folder, Errands errands) throws IOException {
        ProgramEnd end = errands.run(git(folder, "rev-parse", "--show-toplevel"), QUESTION);
        return lines(end).filter(top -> !top.isEmpty()).map(Path::of).map(top -> new Repository(top, errands));
    }

    /** Whether a text may be a revision: nothing that git would take for an option. */
    static boolean isSafe(String text) {
        return !text.isBlank()
                && !text.startsWith("-")
                && text.length() <= LONGEST_REVISION
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** The commit that a text means; empty where it means none. */
    Optional<String> commit(String text) throws IOException {
        if (!isSafe(text)) {
            return Optional.empty();
        }
        ProgramEnd end = errands.run(git(top, "rev-parse", "--verify", "--quiet", text + "^{commit}"), QUESTION);
        return lines(end).filter(commit -> COMMIT.matcher(commit).matches());
    }

    /** Whether it was cloned without its older commits. */
    boolean isShallow() throws IOException {
        return lines(errands.run(git(top, "rev-parse", "--is-shallow-repository"), QUESTION))
                .filter("true"::equals)
                .isPresent();
    }

    /** The commit that is checked out, where no tracked file differs from it. */
    Optional<String> cleanCommit() throws IOException {
        ProgramEnd status = errands.run(git(top, "status", "--porcelain", "--untracked-files=no"), QUESTION);
        return lines(status).filter(String::isEmpty).isPresent() ? commit("HEAD") : Optional.empty();
    }

    /** Checks a commit out into a folder of its own, which is not there yet. */
    ProgramEnd addWorktree(Path folder, String commit) throws IOException {
        // Forced, as git may remember a folder of this name that somebody has removed.
        return errands.run(
                git(top, "worktree", "add", "--force", "--detach", "--quiet", folder.toString(), commit), CHECKOUT);
    }

    /** Makes git forget such a folder, and removes it as far as git can. */
    ProgramEnd removeWorktree(Path folder) throws IOException {
        return errands.run(git(top, "worktree", "remove", "--force", "--force", folder.toString()), CHECKOUT);
    }

    private static Invocation git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        // No hooks, and nothing that goes on in the background.
        for (String setting :
                List.of("core.hooksPath=/dev/null", "core.fsmonitor=false", "gc.auto=0", "maintenance.auto=false")) {
            command.addAll(List.of("-c", setting));
        }
        command.addAll(List.of(arguments));
        return new Invocation(command, Map.of("GIT_TERMINAL_PROMPT", "0", "LC_ALL", "C"), Optional.empty());
    }

    private static Optional<String> lines(ProgramEnd end) {
        return end.trouble().isEmpty() ? Optional.of(end.said().strip()) : Optional.empty();
    }
}
