// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import dev.runmatrix.aggregator.OutputExistsException;
import dev.runmatrix.aggregator.fault.BadInputException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program around an engine: arguments in, exit status out, one line of text for what went wrong. */
public final class EngineProgram {

    private EngineProgram() {}

    /** Runs an engine and ends the process. */
    public static void main(Engine engine, String... args) {
        System.exit(run(engine, writer(FileDescriptor.out), writer(FileDescriptor.err), args)
                .number());
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        OutputStream stream = new FileOutputStream(descriptor);
        // Names of files need more than ASCII, whatever the locale says.
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** Runs an engine and tells how its process should end. */
    public static ExitStatus run(Engine engine, PrintWriter out, PrintWriter err, String... args) {
        EngineArguments arguments = new EngineArguments();
        CommandLine line = commandLine(engine, arguments, out, err);
        try {
            line.parseArgs(args);
        } catch (ParameterException e) {
            wrongArguments(engine, err, List.of(message(e)));
            err.println("See './" + command(engine) + " --help'.");
            return ExitStatus.USAGE;
        }
        if (CommandLine.printHelpIfRequested(line.getParseResult())) {
            return ExitStatus.OK;
        }
        List<String> problems = arguments.problems(engine);
        return problems.isEmpty() ? run(engine, arguments, err) : wrongArguments(engine, err, problems);
    }

    private static CommandLine commandLine(Engine engine, EngineArguments arguments, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(arguments);
        line.addMixin("engine", engine);
        line.setCommandName(command(engine));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setOut(out);
        line.setErr(err);
        String version = engine.getClass().getPackage().getImplementationVersion();
        line.getCommandSpec().version("run-matrix " + (version == null ? "of unknown version" : version));
        var usage = line.getCommandSpec().usageMessage();
        usage.description("Makes the daily summary of hourly pod usage by " + engine.name() + ".");
        List<String> footer = new ArrayList<>(List.of(usage.footer()));
        footer.add("Examples:");
        engine.examples().forEach(example -> footer.add("  " + example));
        // An argument such as a memory size may hold what looks like a format.
        usage.footer(footer.stream().map(text -> text.replace("%", "%%")).toArray(String[]::new));
        return line;
    }

    private static String command(Engine engine) {
        return "run-matrix engine " + engine.name();
    }

    private static String message(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                ? "'" + unmatched.getUnmatched().get(0) + "' is one argument too many"
                : String.valueOf(e.getMessage());
    }

    private static ExitStatus wrongArguments(Engine engine, PrintWriter err, List<String> problems) {
        // Nothing follows: of a program that failed, reports show the last line.
        problems.forEach(problem -> say(engine, err, problem));
        return ExitStatus.USAGE;
    }

    private static void say(Engine engine, PrintWriter err, String text) {
        err.println(engine.name() + ": " + text);
    }

    private static ExitStatus run(Engine engine, EngineArguments arguments, PrintWriter err) {
        try {
            EngineRequest request = arguments.request();
            List<String> problems = engine.problems(request);
            if (!problems.isEmpty()) {
                return wrongArguments(engine, err, problems);
            }
            engine.run(request);
            return ExitStatus.OK;
        } catch (BadInputException e) {
            say(engine, err, e.problem());
            return ExitStatus.DATA;
        } catch (OutputExistsException e) {
            say(engine, err, e.getFile() + " exists already; use --force to replace it or name another --output");
            return ExitStatus.USAGE;
        } catch (EngineException e) {
            say(engine, err, ErrorLine.of(e));
            return e.status();
        } catch (IOException e) {
            say(engine, err, ErrorLine.of(e));
            return ExitStatus.IO;
        } catch (OutOfMemoryError e) {
            say(engine, err, "out of memory: " + e.getMessage());
            return ExitStatus.OUT_OF_MEMORY;
        } catch (RuntimeException e) {
            say(engine, err, "a bug, please report it with this trace:");
            e.printStackTrace(err);
            return ExitStatus.BUG;
        }
    }
}
