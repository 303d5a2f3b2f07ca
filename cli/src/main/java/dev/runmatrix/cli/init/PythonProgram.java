// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.init;

import java.nio.file.Path;
import java.util.List;

/**
 * The Python program that a matrix may measure beside this project's own aggregator.
 *
 * @param config its configuration file
 * @param folder its folder, in which it is started
 * @param others settings of it for which there is no axis
 */
public record PythonProgram(Path config, Path folder, List<String> others) {

    public PythonProgram {
        others = List.copyOf(others);
    }

    /** The last part of a path is enough for a person. */
    String shownConfig() {
        Path name = config.getFileName();
        return name == null ? "its configuration" : quoted(name.toString());
    }

    /** Comment on the settings for which there is no axis. */
    String othersText() {
        return others.isEmpty()
                ? ""
                : "# Settings of the Python program alone, for which there is no axis here:\n#   "
                        + String.join("\n#   ", others)
                        + "\n\n";
    }

    /** A comment that makes the program a cell of the matrix once its marks are taken away. */
    String text(String dataset) {
        return """
                # The Python program as a cell of its own, with the settings of its configuration. It is switched off: it needs its bucket, holding the files of the
                # dataset (they are in datasets/data/%1$s/data), and its database. To switch it on, see that
                # the command below works in a terminal, and take "# " from the lines below, from include on.
                # It writes into its database, so that `true` stands for a check of its rows: put one of yours there.
                # include:
                #   - {engine: python, dataset: %1$s}
                # targets:
                #   - when: {engine: python}
                #     directory: %2$s
                #     command: [python3, -m, src.main, --config, %3$s, --truncate]
                #     env: {RUN_MATRIX_INPUT: "{input}", RUN_MATRIX_PARAMS: "{params}", RUN_MATRIX_OUT: "{out}"}
                #     verify: ["true"]

                """.formatted(dataset, argument(folder), argument(config));
    }

    /** A path as an argument in which nothing is a placeholder. */
    private static String argument(Path path) {
        return quoted(path.toString().replace("{", "{{").replace("}", "}}"));
    }

    /** A text as YAML writes it in quotes, on one line whatever it holds. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
