// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Placeholders;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.trial.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checkouts in which the commands of a matrix run, built as the matrix says. They stay, as a run that is taken up again
 * needs them in the same place.
 */
final class CommandCheckouts {

    private static final int SHORT = 12;

    private final Checkouts checkouts;
    private final Path matrixFolder;

    CommandCheckouts(Checkouts checkouts, Path matrixFolder) {
        this.checkouts = checkouts;
        this.matrixFolder = matrixFolder;
    }

    /** A checkout of a commit for some cells; for one process at a time. */
    Build of(Repository repository, String commit, String given, MatrixSpec spec, List<PlannedCell> cells)
            throws IOException, UnusableBuildException {
        Path top = repository.top().toRealPath();
        Path inside = top.relativize(matrixFolder.toRealPath());
        List<List<String>> commands = cells.stream()
                .flatMap(cell -> spec.commandOf(cell.cell()).stream())
                .distinct()
                .flatMap(target -> target.build().stream())
                .distinct()
                .toList();
        String digest = digest(top + "\n" + commit + "\n" + inside + "\n" + commands);
        String name = commit.substring(0, SHORT) + "-" + digest.substring(0, SHORT);
        BuildFacts facts = new BuildFacts(given, BuildFacts.Kind.REVISION, Optional.of(commit), Optional.of(digest));
        if (!checkouts.isReady(name)) {
            make(repository, commit, name, given, inside, commands);
        }
        return new CheckoutBuild(facts, top, checkouts.folder(name), inside);
    }

    private void make(
            Repository repository, String commit, String name, String given, Path inside, List<List<String>> commands)
            throws IOException, UnusableBuildException {
        boolean made = false;
        try {
            Path folder = checkouts.make(repository, commit, name, given).resolve(inside);
            if (!Files.isDirectory(folder)) {
                throw new UnusableBuildException(given + ": commit " + commit + " has no folder '" + inside
                        + "', where the matrix file lies; give a revision that has it, or a command");
            }
            for (List<String> command : commands) {
                List<String> texts = command.stream()
                        .map(text -> Placeholders.fill(text, Map.of()))
                        .toList();
                checkouts.build(new Invocation(texts, Map.of(), Optional.of(folder.toString())), commit, given);
            }
            checkouts.setReady(name);
            made = true;
        } finally {
            if (!made) {
                checkouts.remove(repository, name);
            }
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
