// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

import dev.runmatrix.harness.result.FloorAttempt;
import java.util.Collection;

/**
 * How many attempts with one size ended well. A size does where 2 of 3 attempts complete; where more were made, two thirds
 * of them.
 *
 * @param completed those that did, at least 0
 * @param failed the others
 */
public record Completions(int completed, int failed) {

    private static final int NEEDED = 2;

    /** Those of attempts with the same size. */
    public static Completions of(Collection<FloorAttempt> attempts) {
        int completed =
                (int) attempts.stream().filter(FloorAttempt::hasCompleted).count();
        return new Completions(completed, attempts.size() - completed);
    }

    /** These and others. */
    public Completions and(Completions others) {
        return new Completions(completed + others.completed, failed + others.failed);
    }

    /** Whether the size does. */
    public boolean does() {
        return completed >= NEEDED && completed >= NEEDED * failed;
    }

    /** Whether it does not. */
    public boolean fails() {
        return failed >= NEEDED && !does();
    }

    /** Whether too few attempts were made to say either. */
    public boolean isOpen() {
        return !does() && !fails();
    }
}
