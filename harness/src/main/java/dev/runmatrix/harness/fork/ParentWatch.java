// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import java.util.Optional;

/** Ends this JVM when the harness that started it is gone: a harness killed by SIGKILL cannot clean up itself. */
public final class ParentWatch {

    /** System property of a child: the process id of the harness. */
    public static final String PROPERTY = "runmatrix.parent";

    /** Exit status of a child that lost its harness. */
    public static final int ORPHANED = 82;

    private ParentWatch() {}

    /** Starts watching; returns at once. Without {@link #PROPERTY} there is nothing to watch. */
    public static void start() {
        Long harness = Long.getLong(PROPERTY);
        if (harness == null) {
            return;
        }
        Optional<ProcessHandle> parent = ProcessHandle.current().parent().filter(p -> p.pid() == harness);
        if (parent.isEmpty()) {
            Runtime.getRuntime().halt(ORPHANED);
        }
        var unused =
                parent.orElseThrow().onExit().thenRun(() -> Runtime.getRuntime().halt(ORPHANED));
    }
}
