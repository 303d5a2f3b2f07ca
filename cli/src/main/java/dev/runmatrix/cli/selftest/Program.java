// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import dev.runmatrix.harness.fork.ParentWatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start the harness that is tested, and toys.
 *
 * @param java the launcher of a JVM
 * @param flags arguments of the harness's JVM
 * @param classPath with all of this program
 * @param mainClass takes the arguments of {@code ./run-matrix} and ends with the process that {@link ParentWatch} is given
 */
public record Program(Path java, List<String> flags, String classPath, String mainClass) {

    public Program {
        flags = List.copyOf(flags);
    }

    /** The command line of a harness that keeps everything, its lock too, in a home of its own. */
    List<String> harness(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(flags);
        command.add("-Drunmatrix.home=" + home);
        command.add("-Drunmatrix.lock.folder=" + home);
        command.add(parent());
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return command;
    }

    /** The command line of a toy that ends with this process. */
    List<String> companion(Toy toy) {
        List<String> command = new ArrayList<>(toy(toy));
        command.add(1, parent());
        return command;
    }

    /** The command line of a toy, for a matrix. */
    List<String> toy(Toy toy) {
        return List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx16m",
                "-cp",
                classPath,
                ToyMain.class.getName(),
                toy.name());
    }

    private static String parent() {
        return "-D" + ParentWatch.PROPERTY + "=" + ProcessHandle.current().pid();
    }
}
