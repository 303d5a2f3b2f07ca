// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.nio.file.Path;

/**
 * Where the program keeps its things: the checkout that {@code ./run-matrix} stands in, or the working directory where
 * the jar is started by hand.
 *
 * @param root the checkout
 */
public record Home(Path root) {

    /** The home that the start script names. */
    public static Home current() {
        return new Home(Path.of(System.getProperty("runmatrix.home", "")).toAbsolutePath());
    }

    public Path matrixFile() {
        return root.resolve("run-matrix.yaml");
    }

    public Path results() {
        return root.resolve("results");
    }

    public Path baselines() {
        return root.resolve("baselines");
    }

    /** The projections of all runs, kept in version control. */
    public Path ledger() {
        return root.resolve("ledger").resolve("projections.jsonl");
    }

    public Path builds() {
        return root.resolve("builds");
    }

    public Path datasets() {
        return root.resolve("datasets").resolve("data");
    }
}
