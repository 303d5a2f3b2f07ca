// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.toy;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks at processes that a test did not start itself. */
public final class Processes {

    private static final long LONGEST_WAIT_SECONDS = 20;

    private Processes() {}

    /** Whether a process ends, now or soon. */
    public static boolean end(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return true;
        }
        try {
            var unused = process.get().onExit().get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
