// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.cli.init.ProgramConfig;
import dev.runmatrix.cli.init.ProgramConfigReader;
import dev.runmatrix.cli.init.ProgramSettings;
import dev.runmatrix.cli.init.PythonProgram;
import dev.runmatrix.cli.init.StarterMatrix;
import dev.runmatrix.cli.init.UnusableConfigException;
import dev.runmatrix.harness.result.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run-matrix init}. */
@Command(
        name = "init",
        description = "Writes a commented matrix file to begin with.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "With --from, the section 'performance' of the Python program's configuration",
            "(use_streaming, parallel_chunks, max_workers, chunk_size) becomes the reference",
            "cell, with half and twice of each number beside it, and the program itself a",
            "target that is switched off. Keys that are not known are named and left alone.",
            "",
            "Exit status: 0 written, 2 wrong arguments, a configuration that cannot be used",
            "or a file that exists, 74 a file cannot be read or written.",
            "",
            "Examples:",
            "  ./run-matrix init --to first.yaml",
            "  ./run-matrix init --from config/config.yaml --to first.yaml",
            "  ./run-matrix init --from config.yaml --dataset october --force"
        })
final class InitCommand implements Callable<Integer> {

    private static final String DATASET = "100k";

    @Option(names = "--from", paramLabel = "FILE", description = "Configuration of the Python program, YAML.")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "File to write. Default: run-matrix.yaml beside the program.")
    private Optional<Path> to = Optional.empty();

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "What is aggregated, see 'dataset list'. Default: ${DEFAULT-VALUE}.")
    private String dataset = DATASET;

    @Option(names = "--force", description = "Replaces a file that exists.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        Home home = Home.current();
        Path file = to.orElseGet(home::matrixFile);
        requireDataset(home);
        requireFree(file);
        StarterMatrix matrix =
                from.isPresent() ? matrix(from.get()) : new StarterMatrix(dataset, ownSettings(), Optional.empty());
        write(file, matrix.text());
        say(file, home);
        return ExitCode.OK.status();
    }

    private void requireDataset(Home home) throws CommandFailure {
        Map<String, KnownDataset> known = KnownDataset.byName(home);
        if (!known.containsKey(dataset)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--dataset: there is no dataset '" + dataset + "'; known: " + String.join(", ", known.keySet()));
        }
    }

    private void requireFree(Path file) throws CommandFailure {
        if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new CommandFailure(
                    ExitCode.USAGE, file + ": exists; replace it with --force, or name another file with --to");
        }
    }

    /** Streaming in parallel on the processors there are. */
    private static ProgramSettings ownSettings() {
        int processors = Math.min(Runtime.getRuntime().availableProcessors(), ProgramSettings.MOST_WORKERS);
        return new ProgramSettings(true, true, processors, ProgramSettings.DEFAULT.chunkSize());
    }

    private StarterMatrix matrix(Path config) throws CommandFailure {
        try {
            ProgramConfig read = ProgramConfigReader.read(config);
            PrintWriter err = spec.commandLine().getErr();
            read.notes().forEach(note -> err.println("run-matrix: " + note));
            PythonProgram program =
                    new PythonProgram(config.toAbsolutePath().normalize(), programFolder(config), read.others());
            return new StarterMatrix(dataset, read.settings(), Optional.of(program));
        } catch (UnusableConfigException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, config + ": cannot be read: " + e.getMessage());
        }
    }

    /** The configuration lies in a folder of the program's own. */
    private static Path programFolder(Path config) {
        Path folder = config.toAbsolutePath().normalize().getParent();
        Path above = folder == null ? null : folder.getParent();
        boolean inConfigFolder = above != null && Files.isRegularFile(above.resolve("src/main.py"));
        return inConfigFolder || folder == null ? Optional.ofNullable(above).orElse(Path.of("/")) : folder;
    }

    private static void write(Path file, String text) throws CommandFailure {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            WholeFile.writeThrough(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, file + ": cannot be written: " + e.getMessage());
        }
    }

    private void say(Path file, Home home) {
        boolean usual =
                file.toAbsolutePath().normalize().equals(home.matrixFile().normalize());
        String argument = usual ? "" : " --file " + file;
        PrintWriter out = spec.commandLine().getOut();
        out.println("Wrote " + file + ". Next:");
        out.println("  ./run-matrix plan" + argument);
        out.println("  ./run-matrix" + (usual ? "" : " run" + argument));
        out.flush();
    }
}
