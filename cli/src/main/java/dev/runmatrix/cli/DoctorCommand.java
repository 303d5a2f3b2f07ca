// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Quantity;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run-matrix doctor}. */
@Command(
        name = "doctor",
        description = "Looks at the machine and the matrix before a run, and says what to expect.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit status: 0 nothing prevents a run, whatever is warned of; else that of the",
            "run itself: 2 wrong arguments or matrix, 65 unusable data, 74 a folder cannot",
            "be written or has no room, 75 another run is measuring.",
            "",
            "Examples:",
            "  ./run-matrix doctor",
            "  ./run-matrix doctor --profile nightly --for 30s",
            "  ./run-matrix doctor --format json"
        })
final class DoctorCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private MatrixOptions options = new MatrixOptions();

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "How long to watch the machine, as " + Quantity.DURATIONS + ". Default: ${DEFAULT-VALUE}.")
    private String length = "3s";

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json. Default: table.")
    private DoctorFormat format = DoctorFormat.TABLE;

    @Override
    public Integer call() throws CommandFailure {
        Duration watched = watched();
        if (format == DoctorFormat.TABLE) {
            PrintWriter err = command.commandLine().getErr();
            err.println("Watching the machine for " + Quantity.text(watched) + " ...");
            err.flush();
        }
        Examination examination = Examination.of(Home.current(), options, watched);
        PrintWriter out = command.commandLine().getOut();
        out.print(
                switch (format) {
                    case TABLE -> DoctorText.of(examination, Paint.of(out));
                    case JSON -> DoctorJson.of(examination);
                });
        out.flush();
        return examination.exitStatus();
    }

    private Duration watched() {
        return Quantity.duration(length)
                .filter(duration -> duration.toMillis() > 0 && duration.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "--for: '" + length + "' is no duration up to " + Quantity.text(LONGEST) + "; write it as "
                                + Quantity.DURATIONS));
    }
}
