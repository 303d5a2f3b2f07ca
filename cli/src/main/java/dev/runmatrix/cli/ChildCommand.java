// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.fork.ParentWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a command of this program in a JVM of its own, which shares the standard streams and ends with this one. */
final class ChildCommand {

    private ChildCommand() {}

    /**
     * Starts a command.
     *
     * @param module a class of the module whose JVM arguments are used
     */
    static Process start(Home home, Class<?> module, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ShippedFlags.of(module));
        command.add("-Drunmatrix.home=" + home.root());
        command.add("-D" + ParentWatch.PROPERTY + "=" + ProcessHandle.current().pid());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildMain.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start();
    }
}
