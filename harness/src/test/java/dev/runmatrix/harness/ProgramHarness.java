// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.Hooks;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.toy.ToyBenchmark;
import dev.runmatrix.harness.trial.CellTrialRunner;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A harness in a JVM of its own that measures what is hard to end. */
final class ProgramHarness {

    /** What it prints once all processes of the scenario are there. */
    static final String STUCK = "stuck";

    /** The file in which they leave their numbers. */
    static final String PIDS = "pids";

    /** Ignores signals, has left its parent, its session and its group, and has a server of a hook beside it. */
    static final String STUBBORN = "stubborn";

    /** A JVM with a child. */
    static final String FAMILY = "family";

    /** Takes all memory. */
    static final String HUNGRY = "hungry";

    private static final String HIDE = """
            trap '' TERM HUP INT
            echo $$ >> "$1"
            (setsid sh -c 'trap "" TERM HUP INT; echo $$ >> "$1"; while :; do sleep 1; done' sh "$1" >/dev/null 2>&1 &)
            while :; do sleep 1; done
            """;

    private ProgramHarness() {}

    @SuppressWarnings("try") // To watch for signals is to use it.
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        RunRequest request = request(folder, args[1]);
        int processes = args[1].equals(STUBBORN) ? 3 : 1;
        PrintStream out = System.out;
        try (Interruption interruption = Interruption.watch();
                CellTrialRunner runner = CellTrialRunner.open(Machine.open(), ToyBenchmark.NAME, folder)) {
            MatrixRun run = new MatrixRun(request, runner, new Announcer(folder.resolve(PIDS), processes, out));
            interruption.stopWith(run::interrupt);
            run.execute();
        }
    }

    private static RunRequest request(Path folder, String scenario) {
        Path pids = folder.resolve(PIDS);
        return switch (scenario) {
            case STUBBORN ->
                request(
                        folder,
                        List.of("sh", "-c", HIDE, "sh", pids.toString()),
                        List.of(List.of("sh", "-c", "setsid sleep 1000 & echo $! >> \"$1\"", "sh", pids.toString())));
            case HUNGRY -> request(folder, List.of("tail", "/dev/zero"), List.of());
            case FAMILY -> ToyRun.of(folder, 1, 0, List.of(Map.of("do", "family", "pids", pids.toString())));
            default -> throw new IllegalArgumentException(scenario);
        };
    }

    private static RunRequest request(Path folder, List<String> command, List<List<String>> setup) {
        Map<String, String> cell = Map.of("run", "program");
        CommandTarget target = new CommandTarget(cell, command, Map.of(), Optional.empty(), Optional.empty());
        return ToyRun.of(
                folder, 1, 0, List.of(cell), List.of(target), new Hooks(setup, List.of(), List.of(), List.of()));
    }

    /** Tells when all processes are there, and have been for so long that the harness knows of them. */
    private static final class Announcer implements RunListener {

        private static final int LOOKS = 12;

        private final Path pids;
        private final int processes;
        private final PrintStream out;
        private int looks;

        Announcer(Path pids, int processes, PrintStream out) {
            this.pids = pids;
            this.processes = processes;
            this.out = out;
        }

        @Override
        public void forkSampled(ResourceSample sample) {
            try {
                boolean complete =
                        Files.exists(pids) && Files.readAllLines(pids).size() >= processes;
                looks += complete ? 1 : 0;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            if (looks == LOOKS) {
                out.println(STUCK);
            }
        }
    }
}
