// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.build.BuildStore;
import dev.runmatrix.harness.build.UnusableBuildException;
import dev.runmatrix.harness.resource.BuildDigest;
import dev.runmatrix.harness.result.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The build that a baseline was measured with, which a later run can be confirmed against while it is at hand. */
final class BaselineBuild {

    private static final int SHORT = 12;

    private static final String OF_COMMANDS =
            "It measured commands, of which no build is kept; './run-matrix ab' with the"
                    + " commands or revisions of both measures them in turns.";

    private final BuildStore store;
    private final List<Path> ownPrograms;

    BaselineBuild(BuildStore store, List<Path> ownPrograms) {
        this.store = store;
        this.ownPrograms = List.copyOf(ownPrograms);
    }

    static BaselineBuild of(Home home) {
        return new BaselineBuild(new BuildStore(home.builds()), OwnPrograms.paths());
    }

    /** Keeps the build if it is this program, and says in a sentence what became of it. */
    String keep(RunRecord run) {
        if (measuredCommands(run)) {
            return OF_COMMANDS;
        }
        String digest = run.environment().buildDigest();
        try {
            if (store.find(digest).isPresent()) {
                return kept(digest);
            }
            if (!digest.equals(BuildDigest.of(ownPrograms))) {
                return notKept("this program is another build than the run measured");
            }
            store.keep(ownPrograms);
            return kept(digest);
        } catch (IOException | UnusableBuildException e) {
            return notKept(String.valueOf(e.getMessage()));
        }
    }

    /** Whether the build is kept; never that of commands. */
    boolean isKept(RunRecord run) throws IOException {
        return !measuredCommands(run)
                && store.find(run.environment().buildDigest()).isPresent();
    }

    /** Whether the build is kept, in a sentence. */
    String state(RunRecord run) throws IOException {
        if (measuredCommands(run)) {
            return OF_COMMANDS;
        }
        return isKept(run) ? kept(run.environment().buildDigest()) : "Its build is not kept.";
    }

    /** Other programs are the same in every build, so that none is to be kept for them. */
    private static boolean measuredCommands(RunRecord run) {
        return run.plan().cells().stream()
                .allMatch(cell -> run.spec().commandOf(cell.cell()).isPresent());
    }

    private static String kept(String digest) {
        return "Its build " + digest.substring(0, SHORT)
                + " is kept, so a later run can be measured against it in turns.";
    }

    private static String notKept(String why) {
        return "Its build is not kept: " + why + ".";
    }
}
