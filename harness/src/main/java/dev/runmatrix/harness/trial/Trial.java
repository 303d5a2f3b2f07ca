// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.fork.ForkTask;
import dev.runmatrix.harness.matrix.Protocol;
import java.nio.file.Path;
import java.util.List;

/**
 * One fork to run.
 *
 * @param task what it does
 * @param jvmArgs arguments of its JVM, complete
 * @param protocol how long it may live and how often it is looked at
 * @param workDirectory an existing folder for the files between harness and fork
 */
public record Trial(ForkTask task, List<String> jvmArgs, Protocol protocol, Path workDirectory) {

    public Trial {
        jvmArgs = List.copyOf(jvmArgs);
    }
}
