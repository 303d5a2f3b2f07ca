// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.resource.MarkedProcesses;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that nothing that a run has started outlives the harness, even one that was killed outright: a small shell
 * process waits for the harness's end of a pipe to close, and then ends all that carries the mark of this run. Where there
 * is no {@code /proc} there is no such process, and what a killed harness has started stays.
 */
public final class RunGuard implements AutoCloseable {

    private static final Path PROC = Path.of("/proc/self/environ");
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Path NEW_SESSION = Path.of("/usr/bin/setsid");
    private static final int MARK_BYTES = 8;
    private static final long LONGEST_ENDING_SECONDS = 6;

    private final String mark = HexFormat.of().formatHex(random());
    private final Optional<Process> shell;
    private final Set<Long> known = new HashSet<>();

    private RunGuard(boolean watching) throws IOException {
        shell = watching ? Optional.of(start(mark)) : Optional.empty();
    }

    /** Begins to watch over this process. */
    public static RunGuard start() throws IOException {
        return new RunGuard(Files.isReadable(PROC) && Files.isExecutable(SHELL));
    }

    /** A mark with nobody who watches. */
    static RunGuard unwatched() {
        try {
            return new RunGuard(false);
        } catch (IOException e) {
            throw new IllegalStateException("nothing was started", e);
        }
    }

    /** What the processes of this run are known by: letters and digits, unlike that of any other run. */
    String mark() {
        return mark;
    }

    /** The name of the variable that all processes of commands and hooks inherit. */
    String variable() {
        return "RM_MARK_" + mark;
    }

    /** Tells the watcher of a process that does not carry the mark. */
    synchronized void remember(ProcessHandle process) {
        if (shell.isEmpty() || !known.add(process.pid())) {
            return;
        }
        try {
            OutputStream toShell = shell.get().getOutputStream();
            String line = process.pid() + " " + MarkedProcesses.startTicks(process.pid()) + "\n";
            toShell.write(line.getBytes(StandardCharsets.US_ASCII));
            toShell.flush();
        } catch (IOException e) {
            // Somebody has ended the watcher; the harness still ends what it can see itself.
            return;
        }
    }

    /** Ends what is left of the run. */
    @Override
    public void close() throws IOException {
        if (shell.isEmpty()) {
            return;
        }
        try {
            shell.get().getOutputStream().close();
        } catch (IOException e) {
            // Somebody has ended the watcher.
            return;
        }
        try {
            if (!shell.get().waitFor(LONGEST_ENDING_SECONDS, TimeUnit.SECONDS)) {
                shell.get().destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process start(String mark) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NEW_SESSION)) {
            // A signal to the harness's group, as from a terminal, is not for the watcher.
            command.add(NEW_SESSION.toString());
        }
        command.addAll(List.of(SHELL.toString(), "-c", script(), "run-matrix-guard", mark));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(RunGuard.class.getResourceAsStream("guard.sh"), "guard.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[MARK_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
