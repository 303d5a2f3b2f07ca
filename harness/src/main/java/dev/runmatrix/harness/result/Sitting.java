// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One time that a harness worked on a run.
 *
 * @param kind what for
 * @param startedAt when it began
 * @param finishedAt when it ended; absent while it lasts and after a kill
 * @param argv arguments of the command, without paths of the user's home
 * @param seed seed of the order of its forks
 * @param firstAttempt number of its first attempt, from 1
 * @param forksPerCell the most counted forks that a cell may have at its end
 * @param added counted forks by which each of its cells is to grow; empty where it adds none
 * @param cells names of the cells that it was restricted to; empty: all
 */
public record Sitting(
        Kind kind,
        Instant startedAt,
        Optional<Instant> finishedAt,
        List<String> argv,
        long seed,
        int firstAttempt,
        int forksPerCell,
        OptionalInt added,
        List<String> cells) {

    public Sitting {
        argv = List.copyOf(argv);
        cells = List.copyOf(cells);
    }

    /** This sitting, ended. */
    Sitting ended(Instant when) {
        return new Sitting(kind, startedAt, Optional.of(when), argv, seed, firstAttempt, forksPerCell, added, cells);
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
