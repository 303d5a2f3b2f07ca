// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.Optional;

/**
 * One thing that a build server can show as passed or not.
 *
 * @param suite what it belongs to, {@code gate}
 * @param name its name, the same from run to run
 * @param subject cell and metric in a word or two, {@code C03 wall}
 * @param result what came of it
 * @param message why; what was found where it passed
 * @param seconds how long its forks took; absent where none was started
 */
record TestCase(String suite, String name, String subject, Result result, String message, Optional<Double> seconds) {

    /** What came of it. */
    enum Result {
        PASSED,
        /** It takes more than it may. */
        FAILURE,
        /** It gave no result, or a wrong one. */
        ERROR,
        /** Nothing can be told. */
        SKIPPED
    }
}
