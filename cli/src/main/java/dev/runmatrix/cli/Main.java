// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code ./run-matrix}; without a command it measures, as {@code run} does. */
@Command(
        name = "run-matrix",
        description = "Measures an aggregator over a matrix of configurations and explains what it found.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RunCommand.class,
            PlanCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            DatasetCommand.class,
            AggregateCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    private static final Set<String> ASKS_ABOUT_ITSELF = Set.of("-h", "--help", "-V", "--version");

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command and returns its exit status. */
    static int run(String... args) {
        CommandLine line = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain);
        return line.execute(withDefaultCommand(args, line.getSubcommands().keySet()));
    }

    private static String[] withDefaultCommand(String[] args, Set<String> commands) {
        boolean named = args.length > 0 && (commands.contains(args[0]) || ASKS_ABOUT_ITSELF.contains(args[0]));
        if (named) {
            return args;
        }
        String[] whole = new String[args.length + 1];
        whole[0] = "run";
        System.arraycopy(args, 0, whole, 1, args.length);
        return whole;
    }

    private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (e instanceof CommandFailure failure) {
            err.println("run-matrix: " + failure.getMessage());
            return failure.code().status();
        }
        err.println("run-matrix: a bug, please report it with this trace:");
        e.printStackTrace(err);
        return ExitCode.INTERNAL.status();
    }
}
