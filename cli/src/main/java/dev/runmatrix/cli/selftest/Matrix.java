// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A matrix of one axis, whose values are toys by name.
 *
 * @param commands what each of them is, in order; the first is the reference
 * @param measure how they are measured, a mapping in one line of YAML
 * @param more further lines
 */
record Matrix(Map<String, List<String>> commands, String measure, String more) {

    /** The file that a harness looks for. */
    static final String FILE = "run-matrix.yaml";

    Matrix {
        commands = new LinkedHashMap<>(commands);
    }

    static Matrix of(String measure) {
        return new Matrix(Map.of(), measure, "");
    }

    /** This matrix with one toy more. */
    Matrix with(String name, List<String> command) {
        Map<String, List<String>> all = new LinkedHashMap<>(commands);
        all.put(name, command);
        return new Matrix(all, measure, more);
    }

    /** This matrix with a toy more that is a line of shell; {@code {out}} in it is the file to write. */
    Matrix with(String name, String shell) {
        return with(name, List.of("sh", "-c", shell));
    }

    /** This matrix with further lines. */
    Matrix with(String lines) {
        return new Matrix(commands, measure, lines);
    }

    /** As a file has it. */
    String yaml() {
        String names = commands.keySet().stream().map(Matrix::quoted).collect(Collectors.joining(", "));
        String targets = commands.entrySet().stream()
                .map(toy -> "  - {when: {toy: " + quoted(toy.getKey()) + "}, kind: command, command: "
                        + list(toy.getValue()) + "}\n")
                .collect(Collectors.joining());
        return "schema: run-matrix/v1\ntitle: Selftest\nquestion: Does the harness tell what it should?\n"
                + "axes: {toy: [" + names + "]}\ntargets:\n" + targets + "reference_cell: {toy: "
                + quoted(commands.keySet().iterator().next()) + "}\nmeasure: " + measure + "\n" + more;
    }

    /** A command as YAML and as an argument has it. */
    static String list(List<String> command) {
        return command.stream().map(Matrix::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
