// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import java.time.Duration;
import java.util.Optional;

/**
 * How often and how long what fails is tried again.
 *
 * @param attempts most attempts in all, at least 1
 * @param firstContact most attempts to reach a server that has not answered yet: its address is likely to be wrong
 * @param firstPause longest pause before the second attempt; each one after may be twice as long
 * @param longestPause bound of all pauses
 * @param patience no attempt begins when the first failed this long ago
 */
public record Retries(int attempts, int firstContact, Duration firstPause, Duration longestPause, Duration patience) {

    private static final int USUAL_ATTEMPTS = 10;
    private static final int FIRST_CONTACT = 3;
    private static final int MOST_ATTEMPTS = 100;

    public Retries {
        if (attempts < 1 || attempts > MOST_ATTEMPTS || firstContact < 1) {
            throw new IllegalArgumentException(
                    "AWS_MAX_ATTEMPTS: " + attempts + " is not allowed, use 1 to " + MOST_ATTEMPTS);
        }
    }

    /**
     * The usual ones.
     *
     * @param attempts the number of attempts, as text; absent for the usual one
     */
    static Retries of(Optional<String> attempts) {
        return new Retries(
                attempts.map(Retries::number).orElse(USUAL_ATTEMPTS),
                FIRST_CONTACT,
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofMinutes(2));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("AWS_MAX_ATTEMPTS: '" + text + "' is no whole number", e);
        }
    }

    /** Longest pause after so many failures, in milliseconds; the pause itself is a random part of it. */
    long mostMillis(int failures) {
        int doublings = Math.min(failures - 1, Long.numberOfLeadingZeros(firstPause.toMillis()) - 1);
        return Math.min(longestPause.toMillis(), firstPause.toMillis() << doublings);
    }
}
