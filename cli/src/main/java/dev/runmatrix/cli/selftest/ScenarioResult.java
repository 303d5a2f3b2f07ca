// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a scenario.
 *
 * @param name its name
 * @param shows what it shows, in words
 * @param outcome what came of it
 * @param took how long it took
 * @param details of a failure what was expected and seen, of a skip why; empty where all is well
 * @param called how changes of known size were called; empty where it has none
 * @param folder its folder with all files; absent where that is removed
 */
public record ScenarioResult(
        String name,
        String shows,
        Outcome outcome,
        Duration took,
        List<String> details,
        List<Called> called,
        Optional<Path> folder) {

    /** What can come of a scenario. */
    public enum Outcome {
        /** The harness told what it should. */
        OK,
        /** It did not. */
        FAILED,
        /** This machine cannot show it. */
        SKIPPED
    }

    public ScenarioResult {
        details = List.copyOf(details);
        called = List.copyOf(called);
    }
}
