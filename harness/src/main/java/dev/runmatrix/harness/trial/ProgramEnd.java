// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import java.util.Optional;

/**
 * The end of a program that ran beside the measurement.
 *
 * @param exitCode its exit status; absent where it was not started or did not end by itself
 * @param trouble why it did not end well, one line; absent where its exit status is 0
 * @param said what it wrote, the middle of a long text left out
 */
public record ProgramEnd(Optional<Integer> exitCode, Optional<String> trouble, String said) {

    /** The last line that says something; empty where there is none. */
    public Optional<String> lastWords() {
        return FailureWords.lastWords(said).map(FailureWords::line);
    }
}
