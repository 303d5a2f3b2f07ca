// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One time that a harness worked on a run.
 *
 * @param kind what for
 * @param startedAt when it began
 * @param finishedAt when it ended; absent while it lasts and after a kill
 * @param argv arguments of the command, without paths of the user's home
 * @param seed seed of the order of its forks
 * @param firstAttempt number of its first attempt, from 1
 * @param forksPerCell counted forks that every cell is to have at its end, where nothing stops it earlier
 */
public record Sitting(
        Kind kind,
        Instant startedAt,
        Optional<Instant> finishedAt,
        List<String> argv,
        long seed,
        int firstAttempt,
        int forksPerCell) {

    public Sitting {
        argv = List.copyOf(argv);
    }

    /** What a harness came for. */
    public enum Kind {
        /** To begin the run. */
        @JsonProperty("new")
        NEW,
        /** To make the forks that were planned and not made. */
        @JsonProperty("resume")
        RESUME,
        /** To add forks. */
        @JsonProperty("append")
        APPEND
    }
}
