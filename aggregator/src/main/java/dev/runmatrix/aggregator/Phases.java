// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.util.ArrayList;
import java.util.List;

/** Notes how long one phase after the other takes. */
final class Phases {

    private final List<PhaseTime> done = new ArrayList<>();
    private final ProgressListener listener;
    private long since = System.nanoTime();

    Phases(ProgressListener listener) {
        this.listener = listener;
    }

    /** Ends the phase that began when the last one ended. */
    void end(String name) {
        long now = System.nanoTime();
        done.add(new PhaseTime(name, now - since));
        since = now;
        listener.phaseEnded(name);
    }

    List<PhaseTime> list() {
        return List.copyOf(done);
    }
}
