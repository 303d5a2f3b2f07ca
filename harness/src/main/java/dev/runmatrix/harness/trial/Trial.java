// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.fork.ForkTask;
import dev.runmatrix.harness.matrix.Protocol;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One fork to run.
 *
 * @param task what it does
 * @param jvmArgs arguments of its JVM, complete
 * @param protocol how long it may live and how often it is looked at
 * @param workDirectory an existing folder for the files between harness and fork
 * @param command the program that it is; absent where it is a JVM that does the task
 */
public record Trial(
        ForkTask task, List<String> jvmArgs, Protocol protocol, Path workDirectory, Optional<Invocation> command) {

    public Trial {
        jvmArgs = List.copyOf(jvmArgs);
    }

    /** A fork that is a JVM. */
    public Trial(ForkTask task, List<String> jvmArgs, Protocol protocol, Path workDirectory) {
        this(task, jvmArgs, protocol, workDirectory, Optional.empty());
    }
}
