// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.ResourceSample;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides when a fork has lived too long or stopped making progress. A JVM that waits for ever still uses a little
 * processor time for itself; less than {@value #PROGRESS_PERCENT} % of a core counts as none.
 */
final class Patience {

    private static final int PROGRESS_PERCENT = 1;

    private final Protocol protocol;
    private long markMillis;
    private long markCpuMillis;

    Patience(Protocol protocol) {
        this.protocol = protocol;
    }

    /** How the harness must end the process now, empty while it may go on. */
    Optional<Ending> exhaustedBy(ResourceSample sample) {
        if (sample.elapsedMillis() > protocol.timeout().toMillis()) {
            return Optional.of(Ending.TIMEOUT);
        }
        Duration stall = protocol.stallTimeout();
        long progressMillis = Math.max(1, stall.toMillis() * PROGRESS_PERCENT / 100);
        if (sample.cpuMillis() - markCpuMillis >= progressMillis) {
            markMillis = sample.elapsedMillis();
            markCpuMillis = sample.cpuMillis();
        }
        return sample.elapsedMillis() - markMillis > stall.toMillis() ? Optional.of(Ending.STALL) : Optional.empty();
    }
}
