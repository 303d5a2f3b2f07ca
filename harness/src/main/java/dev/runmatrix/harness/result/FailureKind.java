// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an attempt has no result. */
public enum FailureKind {
    /** The Java heap was too small. */
    @JsonProperty("out_of_memory")
    OUT_OF_MEMORY,
    /** The measured code threw. */
    @JsonProperty("threw")
    THREW,
    /** The process ended by itself with a non-zero exit code. */
    @JsonProperty("crashed")
    CRASHED,
    /** Somebody else killed the process. */
    @JsonProperty("killed")
    KILLED,
    /** It lived longer than {@code timeout}. */
    @JsonProperty("timeout")
    TIMEOUT,
    /** It used no CPU for longer than {@code stall_timeout}. */
    @JsonProperty("stalled")
    STALLED,
    /** The process could not be started at all. */
    @JsonProperty("not_started")
    NOT_STARTED,
    /** A hook before or after it failed. */
    @JsonProperty("hook")
    HOOK,
    /** It ended well, but left no output that can be read. */
    @JsonProperty("no_output")
    NO_OUTPUT
}
