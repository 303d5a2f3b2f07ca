// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** A program and its arguments that stand outside a matrix file, as {@code [program, "{out}"]}. */
public final class CommandText {

    private static final int LONGEST_TEXT = 65_536;
    private static final YamlTree.Kind KIND = new YamlTree.Kind("a command", "[program, argument]");
    private static final String PLACE = "command";

    private CommandText() {}

    /**
     * Reads a command as the matrix file would, with the placeholders that the matrix knows.
     *
     * @return the program and its arguments, at least one
     * @throws ConfigException with everything that is wrong with the text
     */
    public static List<String> read(String text, MatrixSpec spec) throws ConfigException {
        if (text.length() > LONGEST_TEXT) {
            throw new ConfigException(
                    PLACE,
                    "has " + text.length() + " characters, more than " + LONGEST_TEXT + "; put it into a script");
        }
        Problems problems = new Problems(PLACE);
        Node root = YamlTree.read(Path.of(PLACE), KIND, text, Limits.DEFAULT, problems);
        NodeReader reader = new NodeReader(problems);
        AxisNames axes = AxisNames.of(spec);
        CommandReader commands = new CommandReader(reader, new SettingReader(reader, Set.of(), axes), axes);
        Optional<List<String>> command = commands.command(root, "");
        problems.throwIfAny();
        return command.orElseThrow();
    }
}
