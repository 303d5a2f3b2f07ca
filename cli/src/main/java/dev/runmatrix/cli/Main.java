// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code ./run-matrix}; without a command it measures, as {@code run} does. */
@Command(
        name = "run-matrix",
        description = "Measures an aggregator over a matrix of configurations and explains what it found.",
        mixinStandardHelpOptions = true)
public final class Main {

    private static final String DEFAULT_COMMAND = "run";
    private static final Set<String> ASKS_ABOUT_ITSELF = Set.of("-h", "--help", "-V", "--version", "help");

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command and returns its exit status. */
    static int run(String... args) {
        CommandLine line = new CommandLine(new Main());
        Map<String, Class<?>> commands = commands();
        String[] whole = withDefaultCommand(args, commands.keySet());
        // Reading the annotations of a command takes long: those of the others are read only where they are shown.
        if (commands.containsKey(whole[0])) {
            commands.keySet().retainAll(Set.of(whole[0]));
        }
        commands.forEach(line::addSubcommand);
        line.addSubcommand(CommandLine.HelpCommand.class);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain)
                .execute(whole);
    }

    /** All commands but help by name, in the order in which help lists them. */
    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put(DEFAULT_COMMAND, RunCommand.class);
        commands.put("plan", PlanCommand.class);
        commands.put("report", ReportCommand.class);
        commands.put("verify", VerifyCommand.class);
        commands.put("dataset", DatasetCommand.class);
        commands.put("aggregate", AggregateCommand.class);
        return commands;
    }

    private static String[] withDefaultCommand(String[] args, Set<String> commands) {
        boolean named = args.length > 0 && (commands.contains(args[0]) || ASKS_ABOUT_ITSELF.contains(args[0]));
        if (named) {
            return args;
        }
        String[] whole = new String[args.length + 1];
        whole[0] = DEFAULT_COMMAND;
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
