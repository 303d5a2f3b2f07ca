// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.fork.ForkTask;
import dev.runmatrix.harness.matrix.Protocol;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One fork to run.
 *
 * @param task what it does
 * @param jvmArgs arguments of its JVM, complete
 * @param protocol how long it may live and how often it is looked at
 * @param workDirectory an existing folder for the files between harness and fork
 * @param command the program that it is; absent where it is a JVM that does the task
 * @param group the file of a control group that takes the process before it begins; absent where it stays in that of the
 *     harness
 */
public record Trial(
        ForkTask task,
        List<String> jvmArgs,
        Protocol protocol,
        Path workDirectory,
        Optional<Invocation> command,
        Optional<Path> group) {

    public Trial {
        jvmArgs = List.copyOf(jvmArgs);
    }

    /** A fork in the control group of the harness. */
    public Trial(
            ForkTask task, List<String> jvmArgs, Protocol protocol, Path workDirectory, Optional<Invocation> command) {
        this(task, jvmArgs, protocol, workDirectory, command, Optional.empty());
    }

    /** A fork that is a JVM. */
    public Trial(ForkTask task, List<String> jvmArgs, Protocol protocol, Path workDirectory) {
        this(task, jvmArgs, protocol, workDirectory, Optional.empty());
    }

    /** This fork with other arguments of its JVM. */
    public Trial withJvmArgs(List<String> arguments) {
        return new Trial(task, arguments, protocol, workDirectory, command, group);
    }

    /** This fork with other limits to its life. */
    public Trial with(Protocol other) {
        return new Trial(task, jvmArgs, other, workDirectory, command, group);
    }

    /** This fork as another program. */
    public Trial with(Invocation program) {
        return new Trial(task, jvmArgs, protocol, workDirectory, Optional.of(program), group);
    }

    /** This fork in a control group, given by the file that takes the ids of its processes. */
    public Trial in(Path processes) {
        return new Trial(
                task,
                jvmArgs,
                protocol,
                workDirectory,
                command.map(program -> new Invocation(
                        Stream.concat(GroupEntry.command(processes).stream(), program.arguments().stream())
                                .toList(),
                        program.environment(),
                        program.directory())),
                Optional.of(processes));
    }
}
