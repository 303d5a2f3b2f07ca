// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code ./run-matrix}; without a command it measures, as {@code run} does. */
@Command(
        name = "run-matrix",
        description = "Measures an aggregator over a matrix of configurations and explains what it found.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without a command it does what run does, and takes the options of run.",
            "",
            "Exit status: 0 done, 1 slower than allowed, 2 wrong arguments or matrix, 3 a",
            "cell failed, 4 wrong output, 5 cannot tell (with --strict), 65 unusable data,",
            "70 a bug, 74 a file cannot be read or written, 75 another run is measuring,",
            "129, 130 or 143 interrupted.",
            "",
            "A terminal gets colours unless NO_COLOR is set.",
            "",
            "Examples:",
            "  ./run-matrix",
            "  ./run-matrix --profile smoke",
            "  ./run-matrix plan",
            "  ./run-matrix report latest --out /tmp/reports"
        })
public final class Main {

    private static final String DEFAULT_COMMAND = "run";
    private static final Set<String> ASKS_ABOUT_ITSELF = Set.of("-h", "--help", "-V", "--version", "help");

    private Main() {}

    public static void main(String[] args) {
        // Tables and bars need more than ASCII, whatever the locale says.
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        int status = run(args);
        if (status == ExitCode.OK.status() && out.failure().isPresent()) {
            System.err.println("run-matrix: standard output cannot be written: "
                    + out.failure().get());
            status = ExitCode.IO.status();
        }
        System.exit(status);
    }

    /** Runs one command and returns its exit status. */
    static int run(String... args) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Terminal.coloursStandardOutput() ? Paint.inColours() : Paint.NONE,
                args);
    }

    /** The same, with other places for what it says, which have no colours. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(out, err, Paint.NONE, args);
    }

    /** The same, with the colours of what it writes to. */
    static int run(PrintWriter out, PrintWriter err, Paint paint, String... args) {
        TerminalWriter shown = new TerminalWriter(out, paint);
        FailureDocument failure = new FailureDocument();
        String[] whole = withDefaultCommand(args);
        Class<?> only = commands().get(whole[0]);
        CommandLine line = only == null ? commandLine() : alone(whole[0], only);
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(new WrongArguments(failure))
                .setExecutionExceptionHandler(new FailedCommand(failure))
                .setOut(shown)
                .setErr(new TerminalWriter(err, Paint.NONE));
        int status = line.execute(only == null ? whole : Arrays.copyOfRange(whole, 1, whole.length));
        failure.writeIfAwaited(shown, status, args);
        return status;
    }

    /** The parser of one command's own arguments: reading the annotations of others takes long. */
    private static CommandLine alone(String name, Class<?> command) {
        CommandLine line = new CommandLine(command);
        line.setCommandName("run-matrix " + name);
        line.setStopAtPositional(command == EngineCommand.class);
        name(line);
        return line;
    }

    /** The parser of all commands. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        commands().forEach(line::addSubcommand);
        line.addSubcommand(CommandLine.HelpCommand.class);
        name(line);
        return line;
    }

    /** All commands but help by name, in the order in which help lists them. */
    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put(DEFAULT_COMMAND, RunCommand.class);
        commands.put("init", InitCommand.class);
        commands.put("plan", PlanCommand.class);
        commands.put("doctor", DoctorCommand.class);
        commands.put("report", ReportCommand.class);
        commands.put("verify", VerifyCommand.class);
        commands.put("explain", ExplainCommand.class);
        commands.put("triage", TriageCommand.class);
        commands.put("results", ResultsCommand.class);
        commands.put("baseline", BaselineCommand.class);
        commands.put("compare", CompareCommand.class);
        commands.put("ab", AbCommand.class);
        commands.put("gate", GateCommand.class);
        commands.put("history", HistoryCommand.class);
        commands.put("floor", FloorCommand.class);
        commands.put("profile", ProfileCommand.class);
        commands.put("ledger", LedgerCommand.class);
        commands.put("dataset", DatasetCommand.class);
        commands.put("aggregate", AggregateCommand.class);
        commands.put("engine", EngineCommand.class);
        commands.put("selftest", SelftestCommand.class);
        return commands;
    }

    /** Gives every command the version to tell. */
    private static void name(CommandLine line) {
        line.getCommandSpec().version("run-matrix " + OwnPrograms.version());
        for (CommandLine command : line.getSubcommands().values()) {
            name(command);
        }
    }

    /** Options alone are those of the default command; any other first word is a command, or a mistyped one. */
    private static String[] withDefaultCommand(String[] args) {
        boolean named = args.length > 0 && (!args[0].startsWith("-") || ASKS_ABOUT_ITSELF.contains(args[0]));
        if (named) {
            return args;
        }
        String[] whole = new String[args.length + 1];
        whole[0] = DEFAULT_COMMAND;
        System.arraycopy(args, 0, whole, 1, args.length);
        return whole;
    }
}
