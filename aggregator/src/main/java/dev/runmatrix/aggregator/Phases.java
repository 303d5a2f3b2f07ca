// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.util.ArrayList;
import java.util.List;

/** Notes how long one phase after the other takes. */
final class Phases {

    private final List<PhaseTime> done = new ArrayList<>();
    private long since = System.nanoTime();

    /** Ends the phase that began when the last one ended. */
    void end(String name) {
        long now = System.nanoTime();
        done.add(new PhaseTime(name, now - since));
        since = now;
    }

    List<PhaseTime> list() {
        return List.copyOf(done);
    }
}
