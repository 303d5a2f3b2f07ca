// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that looks like {@code /proc}. */
final class FakeProc {

    private final Path root;

    FakeProc(Path root) throws IOException {
        this.root = root;
        Files.writeString(root.resolve("uptime"), "1000.00 1500.00\n");
        Files.writeString(root.resolve("stat"), "cpu  100 0 50 800 10 0 5 2 0 0\ncpu0 50 0 25 400 5 0 3 1 0 0\n");
    }

    Path root() {
        return root;
    }

    ProcFiles files() {
        return new ProcFiles(root);
    }

    /** A process of one thread that started at the hundredth of a second given. */
    FakeProc process(long pid, long parent, long startTicks, long cpuTicks, String... command) throws IOException {
        Path folder = Files.createDirectories(root.resolve(Long.toString(pid)));
        String stat = stat(pid, "job", 'S', parent, startTicks, cpuTicks);
        Files.writeString(folder.resolve("stat"), stat);
        Files.writeString(folder.resolve("cmdline"), String.join("\0", command) + (command.length > 0 ? "\0" : ""));
        Path task = Files.createDirectories(folder.resolve("task").resolve(Long.toString(pid)));
        Files.writeString(task.resolve("stat"), stat);
        return this;
    }

    void remove(long pid) throws IOException {
        Path folder = root.resolve(Long.toString(pid));
        Files.delete(folder.resolve("stat"));
    }

    static String stat(long pid, String name, char state, long parent, long startTicks, long cpuTicks) {
        return pid + " (" + name + ") " + state + " " + parent + " 1 1 0 -1 4194304 102 0 3 4 " + cpuTicks
                + " 5 6 7 20 0 1 0 " + startTicks
                + " 3133440 390 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 9"
                + " 0 0\n";
    }
}
