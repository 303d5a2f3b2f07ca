// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads programs to be run: measured ones, those that check outputs, and hooks. */
final class CommandReader {

    private static final String KIND = "command";
    private static final int MOST_ARGUMENTS = 256;
    private static final int LONGEST_TEXT = 65_536;
    private static final int MOST_COMMANDS = 32;
    private static final int MOST_VARIABLES = 64;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    private static final String OWN_VARIABLES = "RM_";

    private final NodeReader reader;
    private final SettingReader settings;
    private final List<String> placeholders;

    CommandReader(NodeReader reader, SettingReader settings, AxisNames axes) {
        this.reader = reader;
        this.settings = settings;
        this.placeholders = axes.placeholders();
    }

    /** All programs that cells measure: those for some cells first, then the one for all others. */
    List<CommandTarget> targets(Mapping top) {
        List<CommandTarget> targets = new ArrayList<>(top.list("targets", this::forSomeCells));
        if (targets.size() > MOST_COMMANDS) {
            top.complain("targets", "are " + targets.size() + ", more than " + MOST_COMMANDS + "; give fewer");
        }
        top.mapping("target", Section.TARGET).flatMap(this::forAllCells).ifPresent(targets::add);
        return targets;
    }

    Hooks hooks(Mapping hooks) {
        return new Hooks(
                commands(hooks, "setup"),
                commands(hooks, "prepare"),
                commands(hooks, "conclude"),
                commands(hooks, "cleanup"));
    }

    private List<List<String>> commands(Mapping hooks, String moment) {
        List<List<String>> commands = hooks.list(moment, this::command);
        if (commands.size() > MOST_COMMANDS) {
            hooks.complain(moment, "are " + commands.size() + ", more than " + MOST_COMMANDS + "; give fewer");
        }
        return commands;
    }

    private Optional<CommandTarget> forAllCells(Mapping target) {
        Optional<String> kind = target.read("kind", (node, at) -> reader.oneOf(node, at, List.of("jmh", KIND)));
        if (kind.filter(KIND::equals).isEmpty()) {
            List.of(KIND, "env", "directory", "verify", "build").stream()
                    .filter(target::has)
                    .forEach(key -> target.complain(key, "is for another program; write kind: command beside it"));
            return Optional.empty();
        }
        if (target.has("jvm_args")) {
            target.complain("jvm_args", "are for kind: jmh; give a program its arguments in command");
        }
        return Optional.of(target(target, Map.of()));
    }

    private Optional<CommandTarget> forSomeCells(Node node, String at) {
        return reader.mapping(node, at, Section.COVERED_TARGET).map(target -> {
            target.read("kind", (kind, path) -> reader.oneOf(kind, path, List.of(KIND)));
            target.require(Map.of("when", "{mode: streaming}"));
            return target(target, target.read("when", settings::setting).orElse(Map.of()));
        });
    }

    private CommandTarget target(Mapping target, Map<String, String> when) {
        target.require(Map.of(KIND, "[program, \"--out={out}\"]"));
        return new CommandTarget(
                when,
                target.read(KIND, this::command).orElse(List.of("?")),
                target.read("env", this::environment).orElse(Map.of()),
                target.read("directory", this::argument),
                target.read("verify", this::command),
                target.read("build", this::command).flatMap(command -> withoutPlaceholders(target, command)));
    }

    /** A checkout is made before any cell is measured. */
    private static Optional<List<String>> withoutPlaceholders(Mapping target, List<String> command) {
        if (command.stream().allMatch(text -> Placeholders.names(text).isEmpty())) {
            return Optional.of(command);
        }
        target.complain(
                "build", "is run before any cell is chosen, so nothing is known for placeholders; leave them out");
        return Optional.empty();
    }

    Optional<List<String>> command(Node node, String at) {
        if (node instanceof SequenceNode list && list.getValue().isEmpty()) {
            return reader.complain(node, at, "is empty; write a program and its arguments, [sync, --data]");
        }
        List<String> command = reader.list(node, at, this::argument);
        if (command.size() > MOST_ARGUMENTS) {
            return reader.complain(
                    node, at, "has " + command.size() + " arguments, more than " + MOST_ARGUMENTS + "; give fewer");
        }
        if (!command.isEmpty() && command.get(0).isBlank()) {
            return reader.complain(node, at, "begins with an empty text; begin with a program");
        }
        return command.isEmpty() ? Optional.empty() : Optional.of(command);
    }

    private Optional<Map<String, String>> environment(Node node, String at) {
        Optional<Map<String, Node>> variables = reader.variables(node, at);
        if (variables.filter(v -> v.size() > MOST_VARIABLES).isPresent()) {
            return reader.complain(node, at, "has more than " + MOST_VARIABLES + " variables; give fewer");
        }
        return variables.map(all -> {
            Map<String, String> read = new LinkedHashMap<>();
            all.forEach((name, value) -> variable(name, value, at).ifPresent(text -> read.put(name, text)));
            return read;
        });
    }

    private Optional<String> variable(String name, Node value, String at) {
        String path = at + "." + name;
        if (!VARIABLE.matcher(name).matches()) {
            return reader.complain(value, path, "is no name of a variable; use letters, digits and _");
        }
        if (name.startsWith(OWN_VARIABLES)) {
            return reader.complain(value, path, "names that begin with RM_ are set by run-matrix; use another");
        }
        return argument(value, path);
    }

    /** A text in which all that stands between braces is known. */
    private Optional<String> argument(Node node, String at) {
        Optional<String> text = reader.anyScalar(node, at);
        if (text.filter(t -> t.length() > LONGEST_TEXT).isPresent()) {
            return reader.complain(node, at, "is longer than " + LONGEST_TEXT + " characters; shorten it");
        }
        if (text.filter(Placeholders::hasLooseBrace).isPresent()) {
            return reader.complain(node, at, "has a brace alone; write '{{' for '{' and '}}' for '}'");
        }
        for (String name : text.map(Placeholders::names).orElse(List.of())) {
            if (!placeholders.contains(name)) {
                return reader.complain(node, at, unknown(name));
            }
        }
        return text;
    }

    private String unknown(String name) {
        if (name.equals(Placeholders.INPUT) || name.equals(Placeholders.PARAMS)) {
            return "'{" + name + "}' belongs to a dataset, and there is no such axis; add dataset to axes";
        }
        return "'{" + name + "}' is no placeholder" + Suggestion.among(name, placeholders, "known here")
                + "; write '{{' for a brace";
    }
}
