// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a thread of a measured process is for. */
public enum ThreadRole {
    /** The program's own. */
    @JsonProperty("work")
    WORK,
    /** Collects garbage. The VM thread of a JVM without collector threads does that itself. */
    @JsonProperty("garbage")
    GARBAGE,
    /** Compiles machine code. */
    @JsonProperty("compiler")
    COMPILER,
    /** Serves the runtime, or waits for a child process. */
    @JsonProperty("service")
    SERVICE
}
