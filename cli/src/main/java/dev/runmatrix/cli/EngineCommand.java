// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run-matrix engine}. */
@Command(
        name = "engine",
        description = "Makes a summary with another engine, which is built when it is first asked for.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "All take --input DIR, --params FILE, --output FILE and --max-workers N, as",
            "aggregate does; 'engine NAME --help' tells the rest. In a matrix they are the",
            "values of the axis engine, beside builtin: engine: [builtin, duckdb, spark].",
            "",
            "Exit status: that of the engine: 0 done, 2 wrong arguments or the output exists,",
            "65 unusable data, 74 a file cannot be read or written.",
            "",
            "Examples:",
            "  ./run-matrix engine duckdb --help",
            "  ./run-matrix engine duckdb --input data --params params.json --output out.csv",
            "  ./run-matrix engine spark --master spark://10.0.0.7:7077 \\",
            "    --input hdfs://name/usage/2025 --params params.json \\",
            "    --output hdfs://name/summaries/2025"
        })
final class EngineCommand implements Callable<Integer> {

    private static final int STOP_SECONDS = 10;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "NAME", description = "duckdb or spark.")
    private String name = "";

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "Arguments of the engine.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws CommandFailure {
        ShippedEngine engine = ShippedEngine.named(name)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "engine: '" + name + "' is not known; these are: "
                                + Arrays.stream(ShippedEngine.values())
                                        .map(ShippedEngine::key)
                                        .collect(Collectors.joining(", "))));
        Home home = Home.current();
        try (EndedWithThis child = new EndedWithThis()) {
            new EngineBuild(home, command.commandLine().getErr(), child).ensure(engine);
            return child.run(engine.program(home), arguments);
        }
    }

    /** At most one process at a time, which is ended when this program is. */
    private static final class EndedWithThis implements EngineBuild.Running, AutoCloseable {

        private final Thread hook = new Thread(this::end, "end-of-engine");
        private volatile List<ProcessHandle> now = List.of();

        EndedWithThis() {
            Runtime.getRuntime().addShutdownHook(hook);
        }

        int run(List<String> program, List<String> arguments) throws CommandFailure {
            List<String> whole = new ArrayList<>(program);
            whole.addAll(arguments);
            try {
                Process process = new ProcessBuilder(whole).inheritIO().start();
                started(process);
                return process.waitFor();
            } catch (IOException e) {
                throw new CommandFailure(ExitCode.IO, "the engine cannot be started: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure(ExitCode.IO, "interrupted while the engine ran");
            }
        }

        @Override
        public void started(Process process) {
            now = List.of(process.toHandle());
        }

        @Override
        public void ended() {
            now = List.of();
        }

        private void end() {
            for (ProcessHandle process : now) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                try {
                    process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
                } catch (ExecutionException | TimeoutException e) {
                    process.destroyForcibly();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                return;
            }
            end();
        }
    }
}
