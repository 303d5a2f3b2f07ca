// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A file system of a few megabytes over the home of a scenario, which only processes that enter it see: a mount namespace of
 * its own, which is gone with its last process.
 */
final class SmallDisk {

    private static final Path UNSHARE = Path.of("/usr/bin/unshare");
    private static final Path ENTER = Path.of("/usr/bin/nsenter");
    private static final String SIZE = "8m";
    private static final String READY = "ready";
    private static final Duration LONGEST_START = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 20;

    private final Stage stage;
    private final Harness holder;
    private final List<String> entering;

    private SmallDisk(Stage stage, Harness holder, List<String> entering) {
        this.stage = stage;
        this.holder = holder;
        this.entering = entering;
    }

    /** Mounts one; empty where this machine does not let us. */
    static Optional<SmallDisk> over(Stage stage) throws IOException, InterruptedException {
        if (!Files.isExecutable(UNSHARE) || !Files.isExecutable(ENTER)) {
            return Optional.empty();
        }
        // Root may do without a user namespace, everybody else may not.
        Optional<SmallDisk> plain = over(stage, List.of(), List.of());
        return plain.isPresent()
                ? plain
                : over(stage, List.of("--user", "--map-root-user"), List.of("--user", "--preserve-credentials"));
    }

    private static Optional<SmallDisk> over(Stage stage, List<String> making, List<String> entering)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(UNSHARE.toString(), "--mount"));
        command.addAll(making);
        command.addAll(List.of(
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + SIZE + " tmpfs \"$1\" && echo " + READY + " && exec cat",
                "sh",
                stage.home().toString()));
        // It lives until this process closes its end of the pipe to it.
        Harness holder = stage.start(stage.folder(), command);
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (holder.isAlive() && System.nanoTime() < deadline) {
            if (holder.saidSoFar().contains(READY)) {
                return Optional.of(new SmallDisk(stage, holder, entering));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return Optional.empty();
    }

    /** The home of the scenario as it is on the disk, seen from outside. */
    Path home() {
        return Path.of("/proc/" + holder.pid() + "/root" + stage.home());
    }

    /** Starts a command of the harness that sees the disk. */
    Harness start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(ENTER.toString(), "--target", String.valueOf(holder.pid()), "--mount"));
        command.addAll(entering);
        command.add("--");
        command.addAll(stage.program().harness(stage.home(), List.of(arguments)));
        return stage.start(stage.folder(), command);
    }
}
