// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a run is in its life. A run whose harness was killed stays {@link #RUNNING}. */
public enum RunState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("complete")
    COMPLETE,
    @JsonProperty("interrupted")
    INTERRUPTED
}
