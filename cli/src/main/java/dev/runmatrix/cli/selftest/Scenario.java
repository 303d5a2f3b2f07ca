// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import java.io.IOException;
import java.time.Duration;

/**
 * One thing that the harness must tell.
 *
 * @param name by which it is chosen
 * @param shows what it shows, in a few words
 * @param usual how long it takes on two quiet cores
 * @param quick whether it belongs to a short test
 * @param play what is done and looked at
 */
public record Scenario(String name, String shows, Duration usual, boolean quick, Play play) {

    /** What is done, and what is looked at. */
    public interface Play {

        /** Plays; what is not as it should be goes to the findings of the stage. */
        void on(Stage stage) throws IOException, InterruptedException;
    }
}
